package be.quartier.vouchers.campaigns;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.vouchers.campaigns.ActDecision.Moved;
import be.quartier.vouchers.campaigns.ActDecision.Refused;
import be.quartier.vouchers.campaigns.EditOutcome.Edited;
import be.quartier.vouchers.campaigns.EditOutcome.NotADraft;
import be.quartier.vouchers.campaigns.EditOutcome.Stale;
import be.quartier.vouchers.campaigns.EditOutcome.Unknown;
import be.quartier.vouchers.campaigns.store.CampaignRows;
import be.quartier.vouchers.campaigns.store.FileRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The campaigns of the current commune. Each verb joins the caller's transaction or makes its own.
 *
 * <p>Invariant: an act and its line in the file are kept together, and opening moves exactly the voted budget once.
 */
@Component
@Transactional
public class Campaigns {

    private final CampaignRows rows;
    private final FileRows files;
    private final CampaignLedger ledger;
    private final CampaignTrail trail;
    private final Partners partners;
    private final Ids ids;
    private final Clock clock;

    Campaigns(JdbcClient jdbc, CampaignLedger ledger, CampaignTrail trail, Partners partners, Ids ids, Clock clock) {
        this.rows = new CampaignRows(jdbc);
        this.files = new FileRows(jdbc);
        this.ledger = ledger;
        this.trail = trail;
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Starts a draft with believable first values; the account that pays is the one the last campaign named.
     *
     * @param id made when the form was shown, so that the form sent twice makes one campaign
     * @param name working title, 1 to 120 characters
     */
    public Campaign create(UUID id, String name, UUID creator) {
        var draft = CampaignDrafts.fresh(id, name, creator, today(), usualAccount());
        if (rows.add(commune(), draft, clock.instant())) {
            trail.created(draft, creator);
        }
        return rows.find(commune(), id).orElseThrow();
    }

    /** The account of the newest campaign that names one: a commune seldom changes its bank. */
    private Optional<CampaignTerms.Reimbursement> usualAccount() {
        return rows.all(commune()).stream()
                .map(campaign -> campaign.terms().reimbursement())
                .filter(account -> !account.debtorIban().isEmpty())
                .findFirst();
    }

    /** A campaign of this commune. */
    @Transactional(readOnly = true)
    public Optional<Campaign> find(UUID id) {
        return rows.find(commune(), id);
    }

    /** Every campaign, the newest first. */
    @Transactional(readOnly = true)
    public List<Campaign> all() {
        return rows.all(commune());
    }

    /**
     * Changes a draft.
     *
     * @param version of the campaign when the page was opened
     * @param step the page that was filled in
     * @param change makes the new campaign from the present one
     */
    public EditOutcome edit(UUID id, int version, Step step, UnaryOperator<Campaign> change, UUID editor) {
        var now = rows.lock(commune(), id);
        if (now.isEmpty()) {
            return new Unknown();
        }
        if (!now.get().state().editable()) {
            return new NotADraft(now.get());
        }
        if (now.get().version() != version) {
            return new Stale(now.get());
        }
        var changed = CampaignDrafts.done(change.apply(now.get()), step);
        rows.update(commune(), changed, clock.instant());
        trail.edited(changed, step, editor);
        return new Edited(rows.find(commune(), id).orElseThrow());
    }

    /** Carries a campaign on, or says why not. Opening also moves the voted budget and lets shops in. */
    public ActDecision act(UUID id, CampaignAct asked, Actor actor) {
        var now = rows.lock(commune(), id).orElseThrow(() -> new IllegalArgumentException("no campaign " + id));
        var act = checked(now, asked);
        var decision = CampaignLife.decide(now.progress(), act, actor, today());
        return switch (decision) {
            case Refused refused -> refused;
            case Moved(CampaignProgress progress) -> carry(now, act, progress, actor);
        };
    }

    /** What the asker cannot know is filled in here: what is missing, what is still owed. */
    private CampaignAct checked(Campaign now, CampaignAct asked) {
        if (asked instanceof CampaignAct.Submit) {
            return new CampaignAct.Submit(now.terms().missing());
        }
        return asked instanceof CampaignAct.Settle ? new CampaignAct.Settle(ledger.unpaidCents(now)) : asked;
    }

    private ActDecision carry(Campaign now, CampaignAct act, CampaignProgress progress, Actor actor) {
        if (act instanceof CampaignAct.Open) {
            ledger.fund(now, actor.person());
        }
        var next = CampaignDrafts.after(now, act, progress);
        if (!rows.update(commune(), next, clock.instant())) {
            throw new IllegalStateException("the campaign was locked, nobody else can have changed it");
        }
        if (act instanceof CampaignAct.Open) {
            partners.opened(next);
        }
        var line = trail.line(now, act, progress, actor, clock.instant());
        files.add(commune(), ids.uuid(), now.id(), line);
        trail.acted(now, line);
        return new Moved(progress);
    }

    /** The acts on a campaign, the newest first. */
    @Transactional(readOnly = true)
    public List<ActLine> history(UUID id) {
        return files.acts(commune(), id);
    }

    /** Keeps a version of the regulation's text. */
    public void attach(UUID id, Regulation file, UUID by) {
        files.addRegulation(commune(), ids.uuid(), id, file, by, clock.instant());
    }

    /** The newest version of the regulation's text. */
    @Transactional(readOnly = true)
    public Optional<Regulation> regulation(UUID id) {
        return files.regulation(commune(), id);
    }

    /** Keeps the age pyramid typed in for a dry run. */
    public void keepPyramid(UUID id, AgePyramid pyramid) {
        files.keepPyramid(commune(), id, pyramid);
    }

    /** The age pyramid typed in for a dry run. */
    @Transactional(readOnly = true)
    public Optional<AgePyramid> pyramid(UUID id) {
        return files.pyramid(commune(), id);
    }

    /** The children of the registry extract that waits for confirmation, for a dry run; often none. */
    @Transactional(readOnly = true)
    public List<Child> previewed(UUID id) {
        return files.previewed(commune(), id);
    }

    private LocalDate today() {
        return Brussels.today(clock);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
