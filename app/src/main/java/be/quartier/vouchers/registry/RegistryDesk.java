package be.quartier.vouchers.registry;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.Actor;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherDesk;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.registry.RegistryImport.State;
import be.quartier.vouchers.registry.store.ChildRows;
import be.quartier.vouchers.registry.store.ImportRows;
import be.quartier.vouchers.registry.store.StagedRows;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the town hall decides after an import: taking it back, and what becomes of children who are gone. */
@Component
@Transactional
public class RegistryDesk {

    /** Most children that one page of {@link #flagged} gives. */
    public static final int PAGE = 100;

    private final ImportRows imports;
    private final StagedRows staged;
    private final ChildRows children;
    private final Vouchers vouchers;
    private final VoucherDesk desk;
    private final Clock clock;

    RegistryDesk(JdbcClient jdbc, Vouchers vouchers, VoucherDesk desk, Clock clock) {
        this.imports = new ImportRows(jdbc);
        this.staged = new StagedRows(jdbc);
        this.children = new ChildRows(jdbc);
        this.vouchers = vouchers;
        this.desk = desk;
        this.clock = clock;
    }

    /** What became of a wish to take an import back. */
    public enum Undo {
        /** Its vouchers are withdrawn, its children forgotten. */
        UNDONE,
        /** A voucher was spent from, or has ended; nothing was changed. */
        SPENT,
        /** Not an import that was done, or not the newest one. */
        NOT_POSSIBLE
    }

    /**
     * Takes an import back while nothing is spent: withdraws its vouchers and forgets its children. Corrections it made to
     * children known before stay, since they are the register's.
     */
    public Undo undo(UUID id, String reason, UUID person) {
        Optional<RegistryImport> known = imports.lock(commune(), id).filter(this::undoable);
        if (known.isEmpty()) {
            return Undo.NOT_POSSIBLE;
        }
        if (!desk.withdrawUnspent(children.vouchers(commune(), id), reason, Actor.person(person))) {
            return Undo.SPENT;
        }
        children.forget(commune(), known.get().campaign(), id, known.get().confirmedAt());
        staged.purge(commune(), id);
        imports.move(commune(), id, State.UNDONE, null, person, now());
        return Undo.UNDONE;
    }

    /** Whether an import can be taken back as far as its state says; a spend may still forbid it. */
    @Transactional(readOnly = true)
    public boolean undoable(RegistryImport known) {
        return (known.state() == State.DONE || known.state() == State.STOPPED) && newest(known);
    }

    /** Later imports rest on earlier ones, so only the last can be taken back. */
    private boolean newest(RegistryImport known) {
        return imports.ofCampaign(commune(), known.campaign(), PAGE).stream()
                .filter(other -> other.confirmedAt().isPresent() && other.state() != State.UNDONE)
                .findFirst()
                .filter(last -> last.id().equals(known.id()))
                .isPresent();
    }

    /** Children that wait for a decision, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<FlaggedChild> flagged(UUID campaign) {
        return children.flagged(commune(), campaign, PAGE);
    }

    /** How many children wait for a decision. */
    @Transactional(readOnly = true)
    public int countFlagged(UUID campaign) {
        return children.countFlagged(commune(), campaign);
    }

    /** Lets a child keep its voucher; false when nothing was to be decided any more. */
    public boolean keep(UUID campaign, UUID child) {
        return children.settle(commune(), campaign, child, true, now());
    }

    /** Withdraws a child's vouchers, what is left returns to the campaign; false when nothing was to be decided any more. */
    public boolean withdraw(UUID campaign, UUID child, String reason, UUID person) {
        if (!children.settle(commune(), campaign, child, false, now())) {
            return false;
        }
        vouchers.ofChild(child).stream()
                .filter(Voucher::alive)
                .forEach(voucher -> desk.cancel(voucher.id(), reason, Actor.person(person)));
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
