package be.quartier.vouchers.proof;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.ledger.Actor;
import be.quartier.pages.Texts;
import be.quartier.people.Accounts;
import be.quartier.people.AuditTrail;
import be.quartier.people.EmailAddress;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.proof.Acted.Done;
import be.quartier.vouchers.proof.Acted.Refused;
import be.quartier.vouchers.proof.Acted.Why;
import be.quartier.vouchers.proof.ProofEvent.Kind;
import be.quartier.vouchers.proof.store.ApplicationRows;
import be.quartier.vouchers.proof.store.EventRows;
import be.quartier.vouchers.registry.ProvenPeople;
import be.quartier.vouchers.registry.ProvenPeople.Known;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the town hall decides on applications, in the current commune. Each verb joins the caller's transaction or makes its own;
 * decision, voucher, mail and lines of the trail are kept or lost together.
 */
@Component
@Transactional
public class ProofReview {

    private final ApplicationRows rows;
    private final EventRows events;
    private final ProofMails mails;
    private final ProvenPeople people;
    private final Campaigns campaigns;
    private final CampaignBook book;
    private final Vouchers vouchers;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Texts texts;
    private final Ids ids;
    private final Clock clock;

    ProofReview(
            JdbcClient jdbc,
            ProofMails mails,
            ProvenPeople people,
            Campaigns campaigns,
            CampaignBook book,
            Vouchers vouchers,
            Accounts accounts,
            AuditTrail audit,
            Texts texts,
            Ids ids,
            Clock clock) {
        this.rows = new ApplicationRows(jdbc);
        this.events = new EventRows(jdbc);
        this.mails = mails;
        this.people = people;
        this.campaigns = campaigns;
        this.book = book;
        this.vouchers = vouchers;
        this.accounts = accounts;
        this.audit = audit;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks the applicant for more. */
    public Acted ask(UUID id, String question, UUID by) {
        ProofApplication before = rows.lock(commune(), id).orElseThrow();
        if (before.state() != ProofState.RECEIVED) {
            return new Refused(Why.TOO_LATE);
        }
        if (own(before, by)) {
            return new Refused(Why.OWN);
        }
        ProofApplication now = before.moved(ProofState.ASKED, today().plusDays(ProofTerms.ANSWER_DAYS));
        mails.question(now, question, kept(now, Kind.QUESTION, by, "", question));
        return new Done(now);
    }

    /** Refuses, with the reason's own sentence and the reviewer's words in the language of the application. */
    public Acted refuse(UUID id, ProofRefusal why, String words, UUID by) {
        ProofApplication before = rows.lock(commune(), id).orElseThrow();
        Optional<Why> not = notDecidable(before, by);
        if (not.isPresent()) {
            return new Refused(not.get());
        }
        boolean again = before.state() == ProofState.APPEALED;
        ProofState to = again ? ProofState.UPHELD : ProofState.REFUSED;
        LocalDate last = again ? today() : today().plusDays(ProofTerms.APPEAL_DAYS);
        ProofApplication now = before.refused(to, why, by, now(), last);
        String sentence = texts.text(before.who().language(), "proof.refusal." + why.code());
        UUID event = kept(now, again ? Kind.UPHELD : Kind.REFUSED, by, why.code(), words);
        if (again) {
            mails.upheld(now, sentence, words, event);
        } else {
            mails.refused(now, sentence, words, event);
        }
        return new Done(now);
    }

    /**
     * Accepts: entitles the person and issues the voucher, whose letter is then among those that wait.
     *
     * @param child who of the registry it is, as {@link #like} offered; empty for somebody the registry does not know
     */
    public Acted accept(UUID id, Optional<UUID> child, UUID by) {
        ProofApplication before = rows.lock(commune(), id).orElseThrow();
        Optional<Why> not = notDecidable(before, by);
        if (not.isPresent()) {
            return new Refused(not.get());
        }
        // From here on one after the other: who is entitled and what is left cannot change under us.
        rows.lockCampaign(commune(), before.campaign());
        Campaign campaign = campaigns.find(before.campaign()).orElseThrow();
        Optional<Why> impossible = impossible(before, campaign, child);
        return impossible.<Acted>map(Refused::new).orElseGet(() -> new Done(issued(before, campaign, child, by)));
    }

    private Optional<Why> impossible(ProofApplication before, Campaign campaign, Optional<UUID> child) {
        if (campaign.state() != CampaignState.OPEN) {
            return Optional.of(Why.NOT_OPEN);
        }
        List<Known> known = people.like(campaign.id(), before.who().claimed());
        boolean offered =
                child.isEmpty() || known.stream().anyMatch(one -> one.child().equals(child.get()));
        if (!offered) {
            return Optional.of(Why.OTHER_CHILD);
        }
        boolean has = known.stream()
                .filter(one -> one.same() || child.filter(one.child()::equals).isPresent())
                .anyMatch(one -> one.vouchers() > 0);
        if (has || rows.acceptedBefore(commune(), before.id())) {
            return Optional.of(Why.HAS_VOUCHER);
        }
        boolean enough =
                book.availableCents(campaign.id()) >= campaign.terms().money().amountCents();
        return enough ? Optional.empty() : Optional.of(Why.BUDGET);
    }

    private ProofApplication issued(ProofApplication before, Campaign campaign, Optional<UUID> picked, UUID by) {
        // Whoever agrees in everything is the same person, picked or not.
        Optional<UUID> known =
                picked.or(() -> people.like(campaign.id(), before.who().claimed()).stream()
                        .filter(Known::same)
                        .map(Known::child)
                        .findFirst());
        known.ifPresent(child -> people.entitle(campaign.id(), child));
        UUID child =
                known.orElseGet(() -> people.enter(campaign.id(), before.who().claimed(), before.id()));
        if (!(vouchers.issue(campaign.id(), List.of(child), Actor.person(by))
                instanceof IssueOutcome.Issued(List<Voucher> made))) {
            throw new IllegalStateException("the campaign is locked, open and has enough: nothing can refuse");
        }
        ProofApplication now = before.accepted(child, made.getFirst().id(), by, now(), today());
        UUID event = kept(now, Kind.ACCEPTED, by, "", "");
        events.add(commune(), now.id(), new ProofEvent(ids.uuid(), Kind.ISSUED, now(), Optional.of(by), "", ""));
        mails.accepted(now, campaign.terms().money().amountCents(), event);
        return now;
    }

    private Optional<Why> notDecidable(ProofApplication before, UUID by) {
        boolean first = before.state() == ProofState.RECEIVED || before.state() == ProofState.ASKED;
        if (!first && before.state() != ProofState.APPEALED) {
            return Optional.of(Why.TOO_LATE);
        }
        if (own(before, by)) {
            return Optional.of(Why.OWN);
        }
        boolean again = !first && before.decidedBy().filter(by::equals).isPresent();
        return again ? Optional.of(Why.SAME_PERSON) : Optional.empty();
    }

    /** Whether an application is somebody's own: sent when signed in, or answered to their address. */
    @Transactional(readOnly = true)
    public boolean own(ProofApplication about, UUID person) {
        boolean signedIn = about.account().filter(person::equals).isPresent();
        Optional<EmailAddress> theirs = accounts.address(person);
        return signedIn || (theirs.isPresent() && theirs.equals(mails.address(about.id())));
    }

    /** An application whose address is proven. */
    @Transactional(readOnly = true)
    public Optional<ProofApplication> find(UUID id) {
        return rows.find(commune(), id).filter(known -> known.state() != ProofState.UNCONFIRMED);
    }

    /** The address an application is answered to. */
    @Transactional(readOnly = true)
    public Optional<EmailAddress> address(UUID id) {
        return mails.address(id);
    }

    /** The applications in these states, those that wait longest first. */
    @Transactional(readOnly = true)
    public List<ProofApplication> in(List<ProofState> states, int limit) {
        return rows.in(commune(), states, limit);
    }

    /** How many applications of a campaign somebody still has to act on. */
    @Transactional(readOnly = true)
    public int countOpen(UUID campaign) {
        return rows.count(commune(), campaign, List.of(ProofState.RECEIVED, ProofState.ASKED, ProofState.APPEALED));
    }

    /** Who in the registry may be the person who applies, the surest first. */
    @Transactional(readOnly = true)
    public List<Known> like(ProofApplication about) {
        return people.like(about.campaign(), about.who().claimed());
    }

    /** How many people the registry has at the address that was given. */
    @Transactional(readOnly = true)
    public int atHome(ProofApplication about) {
        return people.atHome(about.campaign(), about.who().address());
    }

    /** Other applications for what looks like the same person. */
    @Transactional(readOnly = true)
    public List<ProofApplication> others(ProofApplication about) {
        return rows.others(commune(), about);
    }

    private UUID kept(ProofApplication now, Kind kind, UUID by, String code, String words) {
        rows.update(commune(), now);
        var event = new ProofEvent(ids.uuid(), kind, now(), Optional.of(by), code, words);
        events.add(commune(), now.id(), event);
        audit.record(
                new be.quartier.people.Actor.Person(by),
                kind.action(),
                "proof:" + now.id(),
                code.isEmpty() ? Map.of() : Map.of("reason", code));
        return event.id();
    }

    private LocalDate today() {
        return Brussels.today(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
