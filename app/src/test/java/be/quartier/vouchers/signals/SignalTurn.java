package be.quartier.vouchers.signals;

import org.springframework.boot.test.context.TestComponent;

/** Lets tests of other packages take a turn of the search. */
@TestComponent
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
