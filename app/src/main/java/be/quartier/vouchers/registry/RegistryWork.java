package be.quartier.vouchers.registry;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.ledger.Actor;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.registry.RegistryImport.State;
import be.quartier.vouchers.registry.store.ImportRows;
import be.quartier.vouchers.registry.store.StagedRows;
import be.quartier.vouchers.registry.store.WorkRows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what a confirmed import promised, some rows at a time.
 *
 * <p>Invariant: each step is one transaction that also keeps how far it came, so an interruption at any moment loses
 * nothing and repeats nothing.
 */
@Component
public class RegistryWork {

    /** Rows of one step. */
    private static final int STEP_ROWS = 5_000;

    private final TransactionTemplate transactions;
    private final ImportRows imports;
    private final StagedRows staged;
    private final WorkRows work;
    private final Vouchers vouchers;
    private final Ids ids;
    private final Clock clock;

    RegistryWork(JdbcClient jdbc, TransactionTemplate transactions, Vouchers vouchers, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.imports = new ImportRows(jdbc);
        this.staged = new StagedRows(jdbc);
        this.work = new WorkRows(jdbc);
        this.vouchers = vouchers;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a step leads to. */
    public enum Step {
        /** There is more to do. */
        MORE,
        /** All is done, or somebody else is doing it. */
        NOTHING,
        /** No voucher can be issued; the import waits. */
        STOPPED
    }

    /** Does the next rows of a running import, in a transaction of its own. */
    public Step step(UUID id) {
        Outcome outcome = Objects.requireNonNull(transactions.execute(status -> {
            Outcome made = some(id);
            if (made.stoppedWhy().isPresent()) {
                status.setRollbackOnly();
            }
            return made;
        }));
        outcome.stoppedWhy()
                .ifPresent(why -> transactions.executeWithoutResult(
                        _ -> imports.move(commune(), id, State.STOPPED, why, null, now())));
        return outcome.step();
    }

    /** Does all that is left of an import. */
    public void finish(UUID id) {
        Step step = Step.MORE;
        while (step == Step.MORE) {
            step = step(id);
        }
    }

    private Outcome some(UUID id) {
        Optional<RegistryImport> running = imports.lock(commune(), id).filter(known -> known.state() == State.RUNNING);
        if (running.isEmpty()) {
            return Outcome.of(Step.NOTHING);
        }
        UUID campaign = running.get().campaign();
        Optional<WorkRows.Range> next = work.next(commune(), campaign, id, STEP_ROWS);
        if (next.isEmpty()) {
            work.unflagReturned(commune(), id);
            staged.purge(commune(), id);
            imports.move(commune(), id, State.DONE, null, null, now());
            return Outcome.of(Step.NOTHING);
        }
        Instant at = now();
        List<UUID> entitled = work.joiningInBulk(() -> {
            work.households(next.get(), ids::uuid, at);
            List<UUID> made = work.children(next.get(), ids::uuid, at);
            work.known(next.get(), at);
            return made;
        });
        work.done(next.get());
        return entitled.isEmpty() ? Outcome.of(Step.MORE) : issued(running.get(), entitled);
    }

    private Outcome issued(RegistryImport running, List<UUID> children) {
        return switch (vouchers.issue(running.campaign(), children, Actor.person(running.uploadedBy()))) {
            case IssueOutcome.Issued _ -> Outcome.of(Step.MORE);
            case IssueOutcome.CampaignNotOpen _ -> new Outcome(Step.STOPPED, Optional.of("campaign"));
            case IssueOutcome.BudgetTooSmall _ -> new Outcome(Step.STOPPED, Optional.of("budget"));
        };
    }

    private record Outcome(Step step, Optional<String> stoppedWhy) {
        static Outcome of(Step step) {
            return new Outcome(step, Optional.empty());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
