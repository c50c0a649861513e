package be.quartier.merchants.callbacks;

import be.quartier.commune.Brussels;
import be.quartier.commune.Role;
import be.quartier.commune.WorkingDays;
import be.quartier.messaging.Recipient;
import be.quartier.people.Actor;
import be.quartier.people.Addressees;
import be.quartier.people.AuditTrail;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells every economy officer by mail, once a working day and by however many nodes, that calls are late. */
@Component
public class CallBackAlarm {

    private final CallBacks calls;
    private final CallBackMails mails;
    private final Addressees addressees;
    private final AuditTrail audit;
    private final Clock clock;

    CallBackAlarm(CallBacks calls, CallBackMails mails, Addressees addressees, AuditTrail audit, Clock clock) {
        this.calls = calls;
        this.mails = mails;
        this.addressees = addressees;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does it for the current commune; how many mails it wrote. */
    @Transactional
    public int round() {
        LocalDate today = Brussels.today(clock);
        List<CallBack> late = WorkingDays.isOne(today)
                ? calls.in(CallBackState.WAITING).stream()
                        .filter(request -> request.overdue(today))
                        .toList()
                : List.of();
        if (late.isEmpty()) {
            return 0;
        }
        LocalDate oldest = late.getFirst().dueOn();
        long written = addressees.holding(Role.ECONOMY).stream()
                .filter(officer -> Recipient.Mail.valid(officer.address().value()))
                .filter(officer -> mails.overdue(officer, late.size(), oldest, today))
                .count();
        if (written > 0) {
            audit.record(
                    new Actor.Job("call-back"),
                    "merchants.calls-late",
                    "call-backs:" + today,
                    Map.of("count", Integer.toString(late.size()), "mails", Long.toString(written)));
        }
        return (int) written;
    }
}
