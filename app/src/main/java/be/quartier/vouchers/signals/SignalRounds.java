package be.quartier.vouchers.signals;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks for signals in every commune, every few minutes; finding the same twice changes nothing. */
@Component
class SignalRounds extends CommuneRound {

    private final SignalSearch search;

    SignalRounds(SignalSearch search) {
        super("signals", Duration.ofMinutes(2));
        this.search = search;
    }

    @Override
    protected boolean turn(Commune commune) {
        search.round();
        return false;
    }
}
