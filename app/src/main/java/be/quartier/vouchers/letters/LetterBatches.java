package be.quartier.vouchers.letters;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.ledger.Actor;
import be.quartier.paper.Letter;
import be.quartier.paper.Manifest;
import be.quartier.people.AuditTrail;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherDesk;
import be.quartier.vouchers.letters.LetterBatch.Kind;
import be.quartier.vouchers.letters.LetterBatch.State;
import be.quartier.vouchers.letters.store.BatchRows;
import be.quartier.vouchers.letters.store.LetterRows;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of the current commune: which are still to be made, batches of them, one again, and those that came back.
 * Each verb joins the caller's transaction or makes its own.
 */
@Component
@Transactional
public class LetterBatches {

    private static final int FOUND_MAX = 50;

    private final BatchRows batches;
    private final LetterRows letters;
    private final VoucherDesk desk;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    LetterBatches(JdbcClient jdbc, VoucherDesk desk, AuditTrail audit, Ids ids, Clock clock) {
        this.batches = new BatchRows(jdbc);
        this.letters = new LetterRows(jdbc);
        this.desk = desk;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** How many households of a campaign wait for a letter: all at first, newcomers and new codes later. */
    @Transactional(readOnly = true)
    public int waiting(UUID campaign) {
        return letters.waiting(commune(), campaign);
    }

    /** The batches of a campaign, the newest first. */
    @Transactional(readOnly = true)
    public List<LetterBatch> of(UUID campaign) {
        return batches.of(commune(), campaign);
    }

    /** A batch of this commune. */
    @Transactional(readOnly = true)
    public Optional<LetterBatch> find(UUID batch) {
        return batches.find(commune(), batch);
    }

    /**
     * Begins a batch with every letter that was not made yet; empty when there is none or no such campaign.
     *
     * @param id made when the form was shown, so that the form sent twice makes one batch
     */
    public Optional<LetterBatch> begin(UUID id, UUID campaign, UUID by) {
        if (!batches.lockCampaign(commune(), campaign)) {
            return Optional.empty();
        }
        Optional<LetterBatch> known = batches.find(commune(), id);
        return known.isPresent()
                ? known
                : keep(id, campaign, Kind.PENDING, Optional.empty(), letters.due(commune(), campaign), by);
    }

    /**
     * Makes one household's letter again; empty when it has no voucher that lives.
     *
     * @param newCodes whether the old codes die now (lost, stolen, returned) or are printed again (spoilt at the printer)
     */
    public Optional<LetterBatch> reprint(
            UUID id, UUID campaign, UUID household, boolean newCodes, String reason, UUID by) {
        if (!batches.lockCampaign(commune(), campaign)) {
            return Optional.empty();
        }
        Optional<LetterBatch> known = batches.find(commune(), id);
        if (known.isPresent()) {
            return known;
        }
        if (newCodes) {
            letters.ofHousehold(commune(), campaign, household)
                    .forEach(due -> desk.reissue(due.voucher(), reason, Actor.person(by)));
        }
        var due = letters.ofHousehold(commune(), campaign, household);
        return keep(id, campaign, Kind.REPRINT, Optional.of(reason), due, by);
    }

    /** Blocks every voucher of a household whose letter came back; how many were blocked. */
    public int returned(UUID campaign, UUID household, String reason, UUID by) {
        letters.returned(commune(), household, clock.instant());
        int blocked = 0;
        for (LetterRows.Due due : letters.ofHousehold(commune(), campaign, household)) {
            Optional<Voucher> done = desk.block(due.voucher(), reason, Actor.person(by));
            blocked += done.isPresent() ? 1 : 0;
        }
        audit.record(
                new be.quartier.people.Actor.Person(by),
                "letters.returned",
                "household:" + household,
                Map.of("blocked", Integer.toString(blocked)));
        return blocked;
    }

    /** Households of a campaign that were written to and match a child's name, a street or a letter's number. */
    @Transactional(readOnly = true)
    public List<LetterRows.Written> find(UUID campaign, String words) {
        return words.isBlank() ? List.of() : letters.find(commune(), campaign, words.strip(), FOUND_MAX);
    }

    /** The manifest of a batch. */
    @Transactional(readOnly = true)
    public List<Manifest.Line> manifest(UUID batch) {
        return letters.manifest(commune(), batch);
    }

    /** Begins the check of a failed batch again, once what was wrong is mended. */
    public void again(UUID batch) {
        batches.fault(commune(), batch, Optional.empty());
    }

    private Optional<LetterBatch> keep(
            UUID id, UUID campaign, Kind kind, Optional<String> reason, List<LetterRows.Due> due, UUID by) {
        if (due.isEmpty()) {
            return Optional.empty();
        }
        List<LetterRows.New> made = new ArrayList<>();
        List<UUID> letterOf = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int page = 1;
        for (int from = 0; from < due.size(); ) {
            int to = from;
            while (to < due.size()
                    && to - from < Letter.VOUCHERS_MAX
                    && due.get(to).household().equals(due.get(from).household())) {
                to++;
            }
            LetterRows.Due first = due.get(from);
            UUID letter = ids.uuid();
            made.add(new LetterRows.New(
                    letter, made.size() + 1, first.household(), to - from, page, first.language(), first.counter()));
            for (int place = 1; place <= to - from; place++) {
                letterOf.add(letter);
                places.add(place);
            }
            page += 2 * Letter.sheets(to - from);
            from = to;
        }
        var batch = new LetterBatch(
                id,
                campaign,
                kind,
                State.CHECKING,
                made.size(),
                due.size(),
                page - 1,
                0,
                Optional.empty(),
                reason,
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        batches.add(commune(), batch);
        letters.add(commune(), id, made);
        letters.addVouchers(commune(), letterOf, places, due);
        audit.record(
                new be.quartier.people.Actor.Person(by),
                "letters.batch-made",
                "letter-batch:" + id,
                Map.of("kind", kind.code(), "letters", Integer.toString(made.size())));
        return Optional.of(batch);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
