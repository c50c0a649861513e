package be.quartier.ledger;

import be.quartier.commune.Brussels;
import be.quartier.commune.Communes;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.PublicAddress;
import be.quartier.ledger.store.RootRows;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.people.Actor;
import be.quartier.people.Addressees;
import be.quartier.people.Addressees.Addressee;
import be.quartier.people.AuditTrail;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails the root of the log to finance once a day: whoever later rewrites the log cannot rewrite the mailbox.
 *
 * <p>Invariant: a day has one root, however many nodes ask; it is kept and mailed in one transaction.
 */
@Component
public class DailyRoots {

    private final SealedLog log;
    private final RootRows rows;
    private final Addressees addressees;
    private final Messages messages;
    private final AuditTrail audit;
    private final Communes communes;
    private final TransactionTemplate transactions;
    private final String baseUrl;
    private final Clock clock;

    DailyRoots(
            SealedLog log,
            JdbcClient jdbc,
            Addressees addressees,
            Messages messages,
            AuditTrail audit,
            Communes communes,
            TransactionTemplate transactions,
            Environment environment,
            Clock clock) {
        this.log = log;
        this.rows = new RootRows(jdbc);
        this.addressees = addressees;
        this.messages = messages;
        this.audit = audit;
        this.communes = communes;
        this.transactions = transactions;
        this.baseUrl = PublicAddress.of(environment);
        this.clock = clock;
    }

    /** The newest roots of the commune of {@link Tenancy}. */
    @Transactional(readOnly = true)
    public List<DailyRoot> newest(int limit) {
        return rows.newest(commune(), limit);
    }

    /** Keeps and mails today's root in the commune of {@link Tenancy}, unless that was done; gives how many mails were written. */
    int round() {
        Integer written = transactions.execute(_ -> log.newest().map(this::mail).orElse(0));
        return Objects.requireNonNull(written);
    }

    private int mail(SealedLog.State state) {
        DailyRoot root = new DailyRoot(Brussels.today(clock), state.size(), state.root(), clock.instant());
        if (!rows.add(commune(), root)) {
            return 0;
        }
        List<Addressee> finance = addressees.holding(Role.FINANCE).stream()
                .filter(one -> Recipient.Mail.valid(one.address().value()))
                .toList();
        finance.forEach(to -> mail(root, to));
        audit.record(
                new Actor.Job("daily-root"),
                "ledger.root-mailed",
                "log:" + root.size(),
                Map.of("root", root.root(), "mails", Integer.toString(finance.size())));
        return finance.size();
    }

    private void mail(DailyRoot root, Addressee to) {
        messages.send(
                Tenancy.required(),
                new Recipient.Mail(to.address().value()),
                to.person().language(),
                "ledger/daily-root",
                Map.of(
                        "name", to.person().name(),
                        "day", root.day().toString(),
                        "size", Long.toString(root.size()),
                        "root", root.root(),
                        "link", baseUrl + "/" + communes.get(Tenancy.required()).slug() + "/ledger"),
                "daily-root-" + root.day() + "-" + to.person().id());
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
