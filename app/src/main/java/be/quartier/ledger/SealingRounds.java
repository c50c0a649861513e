package be.quartier.ledger;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Seals every commune's transfers once a second. */
@Component
class SealingRounds extends CommuneRound {

    private final Sealer sealer;

    SealingRounds(Sealer sealer) {
        super("ledger-sealing", Duration.ofSeconds(1));
        this.sealer = sealer;
    }

    @Override
    protected boolean turn(Commune commune) {
        sealer.sealUnlessBusy(commune.id());
        return false;
    }
}
