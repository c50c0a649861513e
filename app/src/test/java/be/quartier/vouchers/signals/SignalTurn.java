package be.quartier.vouchers.signals;

import be.quartier.testing.Fixture;

/** Lets tests of other packages take a turn of the search. */
@Fixture
public final class SignalTurn {

    private final SignalSearch search;

    SignalTurn(SignalSearch search) {
        this.search = search;
    }

    /** One look through the current commune. */
    public void take() {
        search.round();
    }
}
