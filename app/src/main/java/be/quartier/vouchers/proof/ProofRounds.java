package be.quartier.vouchers.proof;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends every hour what applications have held long enough. */
@Component
class ProofRounds extends CommuneRound {

    private final ProofRetention retention;

    ProofRounds(ProofRetention retention) {
        super("proof-retention", Duration.ofHours(1));
        this.retention = retention;
    }

    @Override
    protected boolean turn(Commune commune) {
        retention.round();
        return false;
    }
}
