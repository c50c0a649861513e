package be.quartier.vouchers.reimbursements;

import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes every act on a run into the trail of who did what. */
@Component
class RunTrail {

    private final AuditTrail audit;

    RunTrail(AuditTrail audit) {
        this.audit = audit;
    }

    void record(UUID by, String act, Run run) {
        audit.record(
                new Actor.Person(by),
                "reimbursements." + act,
                "run:" + run.id(),
                Map.of("number", Integer.toString(run.number()), "totalCents", Long.toString(run.totalCents())));
    }
}
