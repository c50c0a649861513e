package be.quartier.people.identity;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.people.Person;
import be.quartier.people.Session;
import be.quartier.people.Vault;
import be.quartier.people.store.IdentityStore;
import be.quartier.people.store.PersonStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which account an identity belongs to. Provider and subject alone decide; an address the provider may tell is never
 * looked at.
 *
 * <p>Invariant: an identity has one account in one commune. Invariant: an answer of the provider counts once.
 */
public class Identities {

    private static final String LOGIN = "people-identity-login";
    private static final String ANSWER = "people-identity-answer";
    private static final Duration ANSWERS_KEPT = Duration.ofHours(1);

    private final IdentityStore store;
    private final PersonStore people;
    private final AuditTrail audit;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    /** @param clock the machine's own clock */
    public Identities(
            IdentityStore store,
            PersonStore people,
            AuditTrail audit,
            Vault vault,
            Ids ids,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whose account an identity opens. */
    public sealed interface Outcome {
        /** This open account's. */
        record Known(CommuneId home, UUID person) implements Outcome {}

        /** Nobody's. */
        record Unknown(Reason reason) implements Outcome {}
    }

    /** Whose account to open; notes it in the audit trail of the account's commune. */
    public Outcome signIn(Identity identity) {
        byte[] login = login(identity);
        Optional<CommuneId> home = transactions.execute(status -> people.home(login));
        return home.map(commune ->
                        Tenancy.in(commune, () -> transactions.execute(status -> atHome(commune, identity, login))))
                .orElseGet(() -> new Outcome.Unknown(Reason.UNLINKED));
    }

    private Outcome atHome(CommuneId home, Identity identity, byte[] login) {
        if (!first(identity)) {
            return new Outcome.Unknown(Reason.REUSED);
        }
        Optional<UUID> owner = store.use(login, clock.instant())
                .flatMap(id -> people.find(home, id))
                .map(Person::id);
        owner.ifPresent(person -> note(person, "people.identity-signed-in", identity));
        return owner.<Outcome>map(person -> new Outcome.Known(home, person))
                .orElseGet(() -> new Outcome.Unknown(Reason.UNLINKED));
    }

    /** Links an identity to a session's account; empty when it is linked now, else why not. */
    public Optional<Reason> link(Session session, Identity identity) {
        byte[] login = login(identity);
        return Tenancy.in(
                session.home(),
                () -> transactions.execute(status -> {
                    if (!first(identity)) {
                        return Optional.of(Reason.REUSED);
                    }
                    Instant now = clock.instant();
                    if (!people.claim(login, session.home())) {
                        boolean mine = store.use(login, now)
                                .filter(session.person()::equals)
                                .isPresent();
                        return mine ? Optional.empty() : Optional.of(Reason.TAKEN);
                    }
                    var link = new LinkedIdentity(ids.uuid(), identity.way().name(), now, now);
                    store.add(link, session.person(), login);
                    note(session.person(), "people.identity-linked", identity);
                    return Optional.empty();
                }));
    }

    /** The identities of a session's person. */
    public List<LinkedIdentity> of(Session session) {
        return Tenancy.in(session.home(), () -> transactions.execute(status -> store.of(session.person())));
    }

    /** Unlinks an identity of a session's person; false when it was not theirs. */
    public boolean forget(Session session, UUID link) {
        return Tenancy.in(
                session.home(),
                () -> transactions.execute(status -> {
                    Optional<byte[]> login = store.forget(session.person(), link);
                    login.ifPresent(hash -> {
                        people.release(hash);
                        audit.record(
                                new Actor.Person(session.person()),
                                "people.identity-unlinked",
                                "person:" + session.person());
                    });
                    return login.isPresent();
                }));
    }

    private boolean first(Identity identity) {
        Instant now = clock.instant();
        return store.answer(vault.hash(ANSWER, identity.once()), now, now.minus(ANSWERS_KEPT));
    }

    private void note(UUID person, String action, Identity identity) {
        audit.record(
                new Actor.Person(person),
                action,
                "person:" + person,
                Map.of(
                        "acr", identity.way().acr(),
                        "assurance", identity.way().assurance().code()));
    }

    private byte[] login(Identity identity) {
        return vault.hash(LOGIN, identity.issuer() + "\n" + identity.subject());
    }
}
