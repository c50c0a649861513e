package be.quartier.vouchers.reimbursements;

import be.quartier.bank.EndToEndId;
import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.merchants.BankAccount;
import be.quartier.merchants.BankAccounts;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.money.Ogm;
import be.quartier.vouchers.reimbursements.Proposed.LeftOut;
import be.quartier.vouchers.reimbursements.store.LineStore;
import be.quartier.vouchers.reimbursements.store.RunStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs of the commune of {@link Tenancy} up to their signatures: proposed by one person, signed by others.
 *
 * <p>Every act locks the run first, so that of fifty identical ones at the same time one counts.
 */
@Service
public class Reimbursements {

    private final Claims claims;
    private final RunStore runs;
    private final LineStore lines;
    private final Merchants merchants;
    private final BankAccounts accounts;
    private final PaymentSettings settings;
    private final RunTrail trail;
    private final Ids ids;
    private final InstantSource clock;

    Reimbursements(
            Claims claims,
            RunStore runs,
            LineStore lines,
            Merchants merchants,
            BankAccounts accounts,
            PaymentSettings settings,
            RunTrail trail,
            Ids ids,
            InstantSource clock) {
        this.claims = claims;
        this.runs = runs;
        this.lines = lines;
        this.merchants = merchants;
        this.accounts = accounts;
        this.settings = settings;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gathers what a campaign owes into a new run that waits for signatures. */
    @Transactional
    public Proposed propose(UUID campaign, UUID by, String name) {
        CommuneId commune = Tenancy.required();
        if (!runs.lockCampaign(commune, campaign)) {
            return new Proposed.NothingDue(List.of());
        }
        Optional<Run> open = runs.open(commune, campaign);
        if (open.isPresent()) {
            return new Proposed.AnotherWaits(open.get());
        }
        UUID id = ids.uuid();
        List<LeftOut> left = new ArrayList<>();
        List<Claim> due = new ArrayList<>();
        List<RunLine> wanted = new ArrayList<>();
        for (Claim claim : claims.of(campaign)) {
            Optional<RunLine> line = line(id, campaign, claim, left);
            line.ifPresent(found -> {
                due.add(claim);
                wanted.add(found);
            });
        }
        if (wanted.isEmpty()) {
            return new Proposed.NothingDue(left);
        }
        long total = wanted.stream().mapToLong(RunLine::amountCents).reduce(0, Math::addExact);
        Run run = newRun(id, campaign, by, name, total, wanted.size());
        if (!runs.add(commune, run)) {
            throw new IllegalStateException("a run of a locked campaign was added by somebody else");
        }
        for (int i = 0; i < wanted.size(); i++) {
            lines.add(commune, wanted.get(i), due.get(i).items());
        }
        trail.record(by, "proposed", run);
        return new Proposed.Waiting(run, left);
    }

    /** Signs a run, as the next step of the chain. */
    @Transactional
    public Act approve(UUID run, UUID by, String name) {
        CommuneId commune = Tenancy.required();
        Optional<Run> found = runs.lock(commune, run);
        if (found.isEmpty()) {
            return new Act.Refused(Act.Why.UNKNOWN);
        }
        Run now = found.get();
        if (now.state() != RunState.PROPOSED) {
            return new Act.Refused(Act.Why.WRONG_STATE);
        }
        if (now.handledBy(by)) {
            return new Act.Refused(Act.Why.SAME_PERSON);
        }
        int step = now.approvals().size() + 1;
        runs.approve(commune, run, new Run.Approval(step, by, name, clock.instant()));
        if (step >= now.approvalsNeeded()) {
            runs.move(commune, run, RunState.APPROVED);
        }
        trail.record(by, "signed", now);
        return done(commune, run);
    }

    /** Gives up a run that was not released; its claims are free for the next one. */
    @Transactional
    public Act cancel(UUID run, UUID by, String reason) {
        CommuneId commune = Tenancy.required();
        Optional<Run> found = runs.lock(commune, run);
        if (found.isEmpty()) {
            return new Act.Refused(Act.Why.UNKNOWN);
        }
        if (found.get().state() != RunState.PROPOSED && found.get().state() != RunState.APPROVED) {
            return new Act.Refused(Act.Why.WRONG_STATE);
        }
        for (RunLine line : lines.ofRun(commune, run)) {
            lines.free(commune, line.id(), LineState.IN_RUN, LineState.DROPPED, Optional.empty());
        }
        runs.cancel(commune, run, clock.instant(), by, reason);
        trail.record(by, "cancelled", found.get());
        return done(commune, run);
    }

    /** The runs of a campaign, newest first. */
    @Transactional(readOnly = true)
    public List<Run> of(UUID campaign) {
        return runs.of(Tenancy.required(), campaign);
    }

    /** A run. */
    @Transactional(readOnly = true)
    public Optional<Run> find(UUID run) {
        return runs.find(Tenancy.required(), run);
    }

    /** The lines of a run, by the shops' names. */
    @Transactional(readOnly = true)
    public List<RunLine> lines(UUID run) {
        return lines.ofRun(Tenancy.required(), run);
    }

    /** The lines of a shop, newest first. */
    @Transactional(readOnly = true)
    public List<RunLine> linesOf(UUID merchant) {
        return lines.ofMerchant(Tenancy.required(), merchant);
    }

    /** A line. */
    @Transactional(readOnly = true)
    public Optional<RunLine> line(UUID line) {
        return lines.find(Tenancy.required(), line);
    }

    /** The purchases and refunds a line is made of, oldest first. */
    @Transactional(readOnly = true)
    public List<ClaimItem> items(UUID line) {
        return lines.items(Tenancy.required(), line);
    }

    /** How well a campaign keeps its promise of ten days; empty before the first payment and the first broken promise. */
    @Transactional(readOnly = true)
    public Optional<OnTime> onTime(UUID campaign) {
        LocalDate latest = Brussels.dateOf(clock.instant()).minusDays(Claim.DAYS_PROMISED);
        OnTime inRuns = lines.onTime(Tenancy.required(), campaign, Claim.DAYS_PROMISED, latest);
        long due = Math.addExact(inRuns.due(), claims.overdue(campaign, latest));
        return due == 0 ? Optional.empty() : Optional.of(new OnTime(due, inRuns.onTime()));
    }

    private Optional<RunLine> line(UUID run, UUID campaign, Claim claim, List<LeftOut> left) {
        long cents = claim.netCents();
        if (cents <= 0) {
            left.add(new LeftOut(claim.merchant(), cents, Proposed.Why.NEGATIVE));
            return Optional.empty();
        }
        Optional<BankAccount> account = accounts.current(claim.merchant());
        if (account.isEmpty()) {
            left.add(new LeftOut(claim.merchant(), cents, Proposed.Why.NO_ACCOUNT));
            return Optional.empty();
        }
        String name = merchants
                .find(claim.merchant())
                .map(Merchant::name)
                .orElse(account.get().holder());
        EndToEndId reference = EndToEndId.of(campaign, claim.merchant(), run, claim.attempt());
        LocalDate oldest = claim.oldest().orElseThrow();
        return Optional.of(new RunLine(
                ids.uuid(),
                run,
                campaign,
                claim.merchant(),
                name,
                cents,
                claim.attempt(),
                reference.value(),
                account.get().iban(),
                account.get().holder(),
                communication(reference),
                oldest,
                claim.purchases(),
                LineState.IN_RUN,
                Optional.empty()));
    }

    private Run newRun(UUID id, UUID campaign, UUID by, String name, long total, int count) {
        Instant now = clock.instant();
        return new Run(
                id,
                campaign,
                runs.nextNumber(Tenancy.required(), campaign),
                RunState.PROPOSED,
                now,
                by,
                name,
                total,
                count,
                settings.approvalsFor(campaign, total),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A structured communication of its own for each payment, made from its reference. */
    private static Ogm communication(EndToEndId reference) {
        long number = 0;
        for (char c : reference.value().toCharArray()) {
            number = (number * 37 + Character.digit(c, 36) + 1) % 9_999_999_967L;
        }
        return Ogm.of(Math.floorMod(number, 10_000_000_000L));
    }

    private Act done(CommuneId commune, UUID run) {
        return new Act.Done(runs.find(commune, run).orElseThrow());
    }
}
