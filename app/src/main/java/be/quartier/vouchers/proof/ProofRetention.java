package be.quartier.vouchers.proof;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.vouchers.proof.store.RetentionRows;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends what applications hold: those never confirmed after three days, documents thirty days and names a year after the final
 * decision.
 */
@Component
public class ProofRetention {

    private final RetentionRows rows;
    private final Clock clock;

    ProofRetention(JdbcClient jdbc, Clock clock) {
        this.rows = new RetentionRows(jdbc);
        this.clock = clock;
    }

    /** Does it for the current commune; how many applications and documents it ended. */
    @Transactional
    public int round() {
        int commune = Tenancy.required().value();
        LocalDate today = Brussels.today(clock);
        int unconfirmed = rows.unconfirmed(commune, clock.instant().minus(ProofTerms.CONFIRM_WITHIN));
        int data = rows.data(commune, today.minusDays(ProofTerms.DATA_KEPT_DAYS), clock.instant());
        int files = rows.files(commune, today.minusDays(ProofTerms.FILES_KEPT_DAYS));
        return unconfirmed + data + files;
    }
}
