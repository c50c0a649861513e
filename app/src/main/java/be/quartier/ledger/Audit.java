package be.quartier.ledger;

import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AuditCheck.Depth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks every invariant of money and log in every commune: each minute by itself, and when an operator asks. */
@Component
public class Audit {

    private static final Logger log = LoggerFactory.getLogger(Audit.class);

    private final List<AuditCheck> checks;
    private final Communes communes;
    private final TransactionTemplate snapshot;
    private final Map<String, AtomicLong> faults = new ConcurrentHashMap<>();

    Audit(
            List<AuditCheck> others,
            JdbcClient jdbc,
            Communes communes,
            PlatformTransactionManager manager,
            MeterRegistry meters) {
        this.checks = Stream.concat(MoneyChecks.all(jdbc).stream(), others.stream())
                .sorted(Comparator.comparing(AuditCheck::name))
                .toList();
        this.communes = communes;
        this.snapshot = new TransactionTemplate(manager);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        for (AuditCheck check : this.checks) {
            AtomicLong count = new AtomicLong();
            faults.put(check.name(), count);
            Gauge.builder("quartier.audit.faults", count, AtomicLong::get)
                    .description("Faults the last audit found, by invariant")
                    .tag("check", check.name())
                    .register(meters);
        }
    }

    /** Checks every row of every commune; one finding for each invariant, by name. */
    public List<AuditFinding> run() {
        return run(Depth.FULL, communes.all());
    }

    /** Looks at what is cheap to look at, publishes the metric, and logs every fault. */
    public List<AuditFinding> routine() {
        List<AuditFinding> findings = run(Depth.ROUTINE, communes.all());
        for (AuditFinding finding : findings) {
            Objects.requireNonNull(faults.get(finding.check()))
                    .set(finding.faults().size());
            if (!finding.holds()) {
                log.error("The audit found: {}", finding);
            }
        }
        return findings;
    }

    /** Checks the given communes. */
    public List<AuditFinding> run(Depth depth, List<Commune> some) {
        List<AuditFinding> findings = new ArrayList<>();
        for (AuditCheck check : checks) {
            List<String> found = new ArrayList<>();
            for (Commune commune : some) {
                found.addAll(faults(check, commune, depth));
            }
            findings.add(new AuditFinding(check.name(), found));
        }
        return findings;
    }

    private List<String> faults(AuditCheck check, Commune commune, Depth depth) {
        try {
            List<String> found = Tenancy.in(
                    commune.id(), () -> Objects.requireNonNull(snapshot.execute(_ -> check.faults(commune, depth))));
            return found.stream().map(fault -> commune.slug() + ": " + fault).toList();
        } catch (RuntimeException e) {
            log.error("The check {} could not be made in {}", check.name(), commune.slug(), e);
            return List.of(commune.slug() + ": could not be checked (" + e.getMessage() + ")");
        }
    }
}
