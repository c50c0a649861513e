package be.quartier.vouchers.registry;

import be.quartier.commune.Tenancy;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.registry.ConfirmOutcome.Refused;
import be.quartier.vouchers.registry.ConfirmOutcome.Why;
import be.quartier.vouchers.registry.RegistryImport.Counts;
import be.quartier.vouchers.registry.RegistryImport.State;
import be.quartier.vouchers.registry.store.ImportRows;
import be.quartier.vouchers.registry.store.StagedRows;
import be.quartier.vouchers.registry.store.WorkRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The imports of the current commune between upload and confirmation. Each verb joins the caller's transaction. */
@Component
@Transactional
public class RegistryImports {

    /** How long the rows of an extract wait for their clerk. */
    public static final Duration WAITING_MAX = Duration.ofHours(24);

    /** Most rows one page of {@link #rows} gives. */
    public static final int PAGE = 100;

    private static final int HISTORY = 100;

    private final JdbcClient jdbc;
    private final ImportRows imports;
    private final StagedRows staged;
    private final WorkRows work;
    private final RegistryTerms terms;
    private final CampaignBook book;
    private final Clock clock;

    RegistryImports(JdbcClient jdbc, RegistryTerms terms, CampaignBook book, Clock clock) {
        this.jdbc = jdbc;
        this.imports = new ImportRows(jdbc);
        this.staged = new StagedRows(jdbc);
        this.work = new WorkRows(jdbc);
        this.terms = terms;
        this.book = book;
        this.clock = clock;
    }

    /** What imports need to know of a campaign; empty when there is none with this id. */
    @Transactional(readOnly = true)
    public Optional<ImportTerms> terms(UUID campaign) {
        return terms.of(campaign);
    }

    /** What the campaign has not put on vouchers yet, in cents. */
    @Transactional(readOnly = true)
    public long availableCents(UUID campaign) {
        return book.availableCents(campaign);
    }

    /** An import. */
    @Transactional(readOnly = true)
    public Optional<RegistryImport> find(UUID id) {
        return imports.find(commune(), id);
    }

    /** The newest imports of a campaign, the newest first. */
    @Transactional(readOnly = true)
    public List<RegistryImport> history(UUID campaign) {
        return imports.ofCampaign(commune(), campaign, HISTORY);
    }

    /** What an import found. */
    @Transactional(readOnly = true)
    public Counts counts(UUID id) {
        return imports.counts(commune(), id);
    }

    /** Up to {@link #PAGE} rows after a place, of one verdict or with one note, in the order of the file. */
    @Transactional(readOnly = true)
    public List<StagedRow> rows(UUID id, Optional<RowVerdict> verdict, Optional<Note> note, int after) {
        return staged.list(commune(), id, verdict, note, after, PAGE);
    }

    /** Takes a row that looked like another child for a child of its own; false when it is no such row any more. */
    public boolean accept(UUID id, int place) {
        boolean waiting = imports.lock(commune(), id)
                .filter(known -> known.state() == State.PREVIEW)
                .isPresent();
        if (!waiting || !staged.accept(commune(), id, place)) {
            return false;
        }
        imports.keepCounts(commune(), id, staged.count(commune(), id));
        return true;
    }

    /** Starts making what the preview showed, or says why not. */
    public ConfirmOutcome confirm(UUID id, UUID person) {
        RegistryImport known = imports.lock(commune(), id).orElseThrow(() -> new IllegalArgumentException("no import"));
        lockCampaign(known.campaign());
        Optional<Refused> refused = refused(known);
        if (refused.isPresent()) {
            return refused.get();
        }
        work.plan(commune(), id, work.count(commune(), id));
        imports.move(commune(), id, State.RUNNING, null, person, now());
        return new ConfirmOutcome.Started(imports.find(commune(), id).orElseThrow());
    }

    private Optional<Refused> refused(RegistryImport known) {
        if (known.state() != State.PREVIEW) {
            return Optional.of(new Refused(Why.NOT_WAITING, 0, 0));
        }
        boolean running = imports.ofCampaign(commune(), known.campaign(), HISTORY).stream()
                .anyMatch(other -> other.state() == State.RUNNING || other.state() == State.STOPPED);
        if (running) {
            return Optional.of(new Refused(Why.ANOTHER_RUNS, 0, 0));
        }
        if (imports.changedSince(commune(), known.campaign(), known.uploadedAt())) {
            return Optional.of(new Refused(Why.OUT_OF_DATE, 0, 0));
        }
        ImportTerms now = terms.of(known.campaign()).orElseThrow();
        int children = imports.counts(commune(), known.id()).of(RowVerdict.NEW);
        if (children > 0 && !now.open()) {
            return Optional.of(new Refused(Why.CAMPAIGN_NOT_OPEN, 0, 0));
        }
        long needed = Math.multiplyExact(now.amountCents(), children);
        long available = book.availableCents(known.campaign());
        return needed > available
                ? Optional.of(new Refused(Why.BUDGET_TOO_SMALL, available, needed))
                : Optional.empty();
    }

    /** Gives up an import that nobody confirmed; its rows are deleted. False when it was confirmed or given up before. */
    public boolean cancel(UUID id, UUID person) {
        return end(id, State.CANCELLED, Optional.of(person));
    }

    /** Deletes the rows of imports that nobody confirmed within a day. */
    public int lapse() {
        List<RegistryImport> old = imports.inState(commune(), State.PREVIEW, now().minus(WAITING_MAX));
        old.forEach(waiting -> end(waiting.id(), State.LAPSED, Optional.empty()));
        return old.size();
    }

    private boolean end(UUID id, State state, Optional<UUID> person) {
        boolean waiting = imports.lock(commune(), id)
                .filter(known -> known.state() == State.PREVIEW)
                .isPresent();
        if (waiting) {
            staged.purge(commune(), id);
            imports.move(commune(), id, state, null, person.orElse(null), now());
        }
        return waiting;
    }

    /** Goes on with an import that waited for money or for its campaign; false when it does not wait. */
    public boolean resume(UUID id) {
        boolean stopped = imports.lock(commune(), id)
                .filter(known -> known.state() == State.STOPPED)
                .isPresent();
        if (stopped) {
            imports.move(commune(), id, State.RUNNING, null, null, now());
        }
        return stopped;
    }

    /** Imports that should be running, for whoever runs them. */
    @Transactional(readOnly = true)
    public List<UUID> running() {
        return imports.inState(commune(), State.RUNNING, now().plusSeconds(1)).stream()
                .map(RegistryImport::id)
                .toList();
    }

    /**
     * Two confirmations for one campaign come one after the other. The import is locked before its campaign, here and by
     * the worker that issues the vouchers: the other way round the two wait for each other.
     */
    private void lockCampaign(UUID campaign) {
        jdbc.sql("select 1 from campaign where commune_id = :commune and id = :campaign for no key update")
                .param("commune", commune())
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
