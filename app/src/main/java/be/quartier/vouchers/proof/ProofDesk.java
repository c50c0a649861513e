package be.quartier.vouchers.proof;

import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.people.EmailAddress;
import be.quartier.people.Vault;
import be.quartier.vouchers.proof.Acted.Done;
import be.quartier.vouchers.proof.Acted.Refused;
import be.quartier.vouchers.proof.Acted.Why;
import be.quartier.vouchers.proof.ProofEvent.Kind;
import be.quartier.vouchers.proof.store.ApplicationRows;
import be.quartier.vouchers.proof.store.EventRows;
import be.quartier.vouchers.proof.store.FileRows;
import be.quartier.vouchers.registry.ProvenPeople;
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

/** What applicants do, in the current commune. Each verb joins the caller's transaction or makes its own. */
@Component
@Transactional
public class ProofDesk {

    private static final String FILE_SEAL = "proof-file";
    private static final Actor APPLICANT = new Actor.Job("proof-applicant");

    private final ApplicationRows rows;
    private final EventRows events;
    private final FileRows files;
    private final ProofLinks links;
    private final ProofMails mails;
    private final ProvenPeople people;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    ProofDesk(
            JdbcClient jdbc,
            ProofLinks links,
            ProofMails mails,
            ProvenPeople people,
            Accounts accounts,
            AuditTrail audit,
            Vault vault,
            Ids ids,
            Clock clock) {
        this.rows = new ApplicationRows(jdbc);
        this.events = new EventRows(jdbc);
        this.files = new FileRows(jdbc);
        this.links = links;
        this.mails = mails;
        this.people = people;
        this.accounts = accounts;
        this.audit = audit;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An application as somebody sends it.
     *
     * @param id made when the form was shown, so that the form sent twice makes one application
     * @param parent who applies for the young person; empty when they do it themselves
     * @param account who is signed in
     */
    public record Order(
            UUID id,
            UUID campaign,
            ProofApplication.Young who,
            Optional<String> parent,
            ProofKind kind,
            EmailAddress mail,
            Optional<UUID> account,
            List<Sent> documents) {

        /** Copies the documents. */
        public Order {
            documents = List.copyOf(documents);
        }
    }

    /**
     * Keeps an application: received at once when the address is the one somebody is signed in with, else once the link that is
     * mailed to the address was used.
     */
    public ProofApplication apply(Order order) {
        Instant at = now();
        var made = new ProofApplication(
                order.id(),
                order.campaign(),
                ProofState.UNCONFIRMED,
                order.who(),
                order.parent(),
                order.kind(),
                order.account(),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var secrets = new ApplicationRows.Secrets(
                people.key(order.campaign(), order.who().claimed()),
                mails.seal(order.mail()),
                mails.hash(order.mail()),
                links.hash(links.token(Tenancy.required(), order.id(), 1)),
                at.plus(ProofTerms.CONFIRM_WITHIN));
        if (!rows.add(commune(), made, secrets)) {
            return rows.find(commune(), order.id()).orElseThrow();
        }
        keep(made.id(), order.documents(), 0);
        boolean proven = order.account()
                .flatMap(accounts::address)
                .filter(order.mail()::equals)
                .isPresent();
        if (proven) {
            return arrived(made);
        }
        mails.confirm(made);
        return made;
    }

    /** The application that a secret opens now. */
    @Transactional(readOnly = true)
    public Optional<ProofApplication> open(String token) {
        return rows.byToken(commune(), links.hash(token), now());
    }

    /** Takes the address for proven; the application as it is now. */
    public ProofApplication confirm(UUID id) {
        ProofApplication now = rows.lock(commune(), id).orElseThrow();
        return now.state() == ProofState.UNCONFIRMED ? arrived(now) : now;
    }

    private ProofApplication arrived(ProofApplication before) {
        ProofApplication now = before.received(now(), today().plusDays(ProofTerms.REVIEW_DAYS));
        UUID event = kept(now, Kind.RECEIVED, "");
        mails.received(now, event);
        return now;
    }

    /** Answers the town hall's question. */
    public Acted answer(UUID id, String words, List<Sent> documents) {
        ProofApplication before = rows.lock(commune(), id).orElseThrow();
        if (before.state() != ProofState.ASKED) {
            return new Refused(Why.TOO_LATE);
        }
        int known = files.of(commune(), id).size();
        if (known + documents.size() > Sent.ALL_MAX) {
            return new Refused(Why.TOO_MANY_FILES);
        }
        keep(id, documents, known);
        ProofApplication now = before.moved(ProofState.RECEIVED, today().plusDays(ProofTerms.REVIEW_DAYS));
        mails.received(now, kept(now, Kind.ANSWER, words));
        return new Done(now);
    }

    /** Appeals against a refusal, within the days that a refusal leaves. */
    public Acted appeal(UUID id, String words, List<Sent> documents) {
        ProofApplication before = rows.lock(commune(), id).orElseThrow();
        if (!before.appealable(today())) {
            return new Refused(Why.TOO_LATE);
        }
        int known = files.of(commune(), id).size();
        if (known + documents.size() > Sent.ALL_MAX) {
            return new Refused(Why.TOO_MANY_FILES);
        }
        keep(id, documents, known);
        ProofApplication now = before.appealed(today().plusDays(ProofTerms.APPEAL_REVIEW_DAYS));
        mails.appealed(now, kept(now, Kind.APPEAL, words));
        return new Done(now);
    }

    /** Mails fresh links to the applications of an address; nobody learns whether there are any. */
    public void sendLinks(EmailAddress address) {
        rows.byMail(commune(), mails.hash(address)).forEach(mails::link);
    }

    /** The timeline of an application, oldest first. */
    @Transactional(readOnly = true)
    public List<ProofEvent> timeline(UUID id) {
        return events.of(commune(), id);
    }

    /** The documents of an application in their order. */
    @Transactional(readOnly = true)
    public List<ProofFile> files(UUID id) {
        return files.of(commune(), id);
    }

    /** The content of a document of an application. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(UUID id, UUID file) {
        return files.content(commune(), id, file).flatMap(closed -> vault.openBytes(FILE_SEAL, closed));
    }

    private void keep(UUID application, List<Sent> documents, int known) {
        int place = known;
        for (Sent document : documents) {
            place++;
            byte[] content = document.content();
            var file = new ProofFile(ids.uuid(), place, document.type(), content.length, now());
            files.add(commune(), application, file, vault.sealBytes(FILE_SEAL, content));
        }
    }

    private UUID kept(ProofApplication now, Kind kind, String words) {
        rows.update(commune(), now);
        var event = new ProofEvent(ids.uuid(), kind, now(), Optional.empty(), "", words);
        events.add(commune(), now.id(), event);
        Actor by = now.account().<Actor>map(Actor.Person::new).orElse(APPLICANT);
        audit.record(
                by,
                kind.action(),
                "proof:" + now.id(),
                Map.of("campaign", now.campaign().toString()));
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
