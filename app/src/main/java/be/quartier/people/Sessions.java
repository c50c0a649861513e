package be.quartier.people;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.commune.Visitor;
import be.quartier.installation.Ids;
import be.quartier.people.store.GrantStore;
import be.quartier.people.store.PersonStore;
import be.quartier.people.store.SessionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The browsers in which people are signed in. A session lives in the commune of the account; its secret is known to the
 * browser alone, the database keeps a keyed hash.
 *
 * <p>Measured on the machine's own clock: a demo that moves the installation's clock signs nobody out.
 */
public class Sessions {

    /** How long a second factor serves a staff role. */
    public static final Duration SECOND_FACTOR_LIFE = Duration.ofHours(12);

    /** How long a proof of identity serves an act that asks for a fresh one. */
    public static final Duration FRESH_LIFE = Duration.ofMinutes(5);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT_AFTER_END = Duration.ofDays(30);
    private static final Pattern COOKIE = Pattern.compile("([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{43})");

    private final SessionStore store;
    private final PersonStore people;
    private final GrantStore grants;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    /** @param clock the machine's own clock */
    public Sessions(
            SessionStore store,
            PersonStore people,
            GrantStore grants,
            Vault vault,
            Ids ids,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.people = people;
        this.grants = grants;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * A live session, whose it is, and the roles held at home.
     *
     * @param session as it was when the request began
     */
    public record Current(Session session, Person person, List<Grant> atHome) {
        /** Copies the grants. */
        public Current {
            atHome = List.copyOf(atHome);
        }
    }

    /**
     * What a session is worth in one commune.
     *
     * @param visitor the visitor, with the roles that count now
     * @param latent staff roles held but not counting until the second factor is shown
     */
    public record Standing(Visitor visitor, Set<Role> latent) {
        /** Somebody who has not signed in. */
        public static final Standing NOBODY = new Standing(Visitor.ANONYMOUS, Set.of());

        /** Copies the roles. */
        public Standing {
            latent = Set.copyOf(latent);
        }
    }

    /**
     * What is known of a new session.
     *
     * @param secondFactor whether a second factor was shown
     * @param identityLevel the {@link Assurance#level} of the identity provider that vouched, 0 for none
     */
    public record Start(
            CommuneId home,
            UUID person,
            Session.Method method,
            boolean secondFactor,
            int identityLevel,
            String device) {}

    /** Opens a session and gives its secret, the value of the browser's cookie; shown this once. */
    public String start(Start start) {
        Instant now = clock.instant();
        String secret = vault.secret();
        Tenancy.run(
                start.home(),
                () -> transactions.executeWithoutResult(status -> {
                    Limits limits = Limits.of(roles(grants.of(start.home(), start.person())));
                    Optional<Instant> proof = Optional.of(now);
                    store.forget(start.home(), start.person(), now.minus(KEPT_AFTER_END));
                    store.add(
                            new Session(
                                    ids.randomUuid(),
                                    start.home(),
                                    start.person(),
                                    start.method(),
                                    now,
                                    now,
                                    now.plus(limits.absolute()),
                                    start.device(),
                                    start.secondFactor() ? proof : Optional.empty(),
                                    proof,
                                    start.identityLevel(),
                                    Optional.empty()),
                            hash(start.home(), secret),
                            limits.idle());
                }));
        return start.home().value() + "." + secret;
    }

    /** The live session of a cookie; empty for anything else. Notes once a minute that it is used. */
    public Optional<Current> find(String cookie) {
        var parts = COOKIE.matcher(cookie);
        if (!parts.matches()) {
            return Optional.empty();
        }
        CommuneId home = new CommuneId(Integer.parseInt(parts.group(1)));
        byte[] hash = hash(home, parts.group(2));
        Instant now = clock.instant();
        return Tenancy.in(
                home,
                () -> transactions.execute(status -> {
                    Optional<SessionStore.Found> found = store.find(home, hash, now);
                    found.map(SessionStore.Found::session)
                            .filter(session ->
                                    session.lastSeenAt().plus(SEEN_EVERY).isBefore(now))
                            .ifPresent(session -> store.seen(session, now));
                    return found.map(it -> new Current(it.session(), it.person(), it.atHome()));
                }));
    }

    /** What a session is worth in a commune; elsewhere than at home nothing, unless roles were given there. */
    public Standing standing(Current current, CommuneId here) {
        if (here.equals(current.session().home())) {
            return standing(current.session(), current.person(), current.atHome());
        }
        UUID id = current.session().person();
        return Tenancy.in(
                here,
                () -> transactions.execute(status -> {
                    List<Grant> held = grants.of(here, id);
                    return held.isEmpty()
                            ? Standing.NOBODY
                            : people.find(here, id)
                                    .map(guest -> standing(current.session(), guest, held))
                                    .orElse(Standing.NOBODY);
                }));
    }

    /** Whether the person proved who they are within {@link #FRESH_LIFE}. */
    public boolean fresh(Session session) {
        return within(session.freshAt(), FRESH_LIFE);
    }

    /** Whether a second factor was shown within {@link #SECOND_FACTOR_LIFE}. */
    public boolean bothFactors(Session session) {
        return within(session.secondFactorAt(), SECOND_FACTOR_LIFE);
    }

    /** Notes that the person of a session just proved who they are. */
    public void confirm(Session session, boolean secondFactor) {
        inHome(session, () -> store.confirmed(session, clock.instant(), secondFactor));
    }

    /** Works for this shop from now on; it counts only where the person holds a role in it. */
    public void choose(Session session, UUID shop) {
        inHome(session, () -> store.choose(session, shop));
    }

    /** The ids of all sessions of the person of this one, live or not, as long as they are remembered. */
    public List<UUID> remembered(Session session) {
        return Tenancy.in(session.home(), () -> transactions.execute(status -> store.remembered(session)));
    }

    /** The session of a cookie, live or not; none thirty days after its end. */
    public Optional<Session> past(String cookie) {
        var parts = COOKIE.matcher(cookie);
        if (!parts.matches()) {
            return Optional.empty();
        }
        CommuneId home = new CommuneId(Integer.parseInt(parts.group(1)));
        return Tenancy.in(home, () -> transactions.execute(status -> store.past(home, hash(home, parts.group(2)))));
    }

    /** A person's live sessions, the last used first. */
    public List<Session> live(CommuneId home, UUID person) {
        return Tenancy.in(home, () -> transactions.execute(status -> store.live(home, person, clock.instant())));
    }

    /** Ends a session of a person at once; false when it was not live. */
    public boolean end(CommuneId home, UUID person, UUID session) {
        return Tenancy.in(
                home, () -> transactions.execute(status -> store.end(home, person, session, clock.instant())));
    }

    /** Ends all sessions of a person at once, but this one if given; how many that were. */
    public int endOthers(CommuneId home, UUID person, Optional<UUID> except) {
        return Tenancy.in(
                home,
                () -> transactions.execute(status -> store.endAll(home, person, except.orElse(null), clock.instant())));
    }

    private void inHome(Session session, Runnable work) {
        Tenancy.run(session.home(), () -> transactions.executeWithoutResult(status -> work.run()));
    }

    private Standing standing(Session session, Person person, List<Grant> held) {
        Map<UUID, Set<Role>> shops = shops(held);
        Optional<UUID> shop = session.shop()
                .filter(shops::containsKey)
                .or(() -> shops.keySet().stream().findFirst());
        Set<Role> latent = EnumSet.noneOf(Role.class);
        Set<Role> counting = roles(held.stream()
                .filter(grant -> grant.merchant().isEmpty() || grant.merchant().equals(shop))
                .toList());
        if (!within(session.secondFactorAt(), SECOND_FACTOR_LIFE)) {
            counting.stream().filter(Role::staff).forEach(latent::add);
            counting.removeAll(latent);
        }
        return new Standing(new Visitor(Optional.of(person.id()), person.name(), counting, shop, shops), latent);
    }

    /** The shops of a person and what they are in each, in the order they were given. */
    private static Map<UUID, Set<Role>> shops(List<Grant> held) {
        Map<UUID, Set<Role>> shops = new LinkedHashMap<>();
        held.forEach(grant -> grant.merchant()
                .ifPresent(shop -> shops.computeIfAbsent(shop, first -> EnumSet.noneOf(Role.class))
                        .add(grant.role())));
        return shops;
    }

    private boolean within(Optional<Instant> proof, Duration life) {
        return proof.filter(at -> clock.instant().isBefore(at.plus(life))).isPresent();
    }

    private static Set<Role> roles(List<Grant> grants) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        grants.forEach(grant -> roles.add(grant.role()));
        return roles;
    }

    private byte[] hash(CommuneId home, String secret) {
        return vault.hash("people-session", home.value() + "." + secret);
    }

    /** How long a session lives unused and at all: the more a role may do, the shorter. */
    private record Limits(Duration idle, Duration absolute) {

        static Limits of(Set<Role> roles) {
            if (roles.stream().anyMatch(Role::staff)) {
                return new Limits(Duration.ofHours(1), SECOND_FACTOR_LIFE);
            }
            boolean atWork = roles.stream().anyMatch(role -> role != Role.RESIDENT && role != Role.NEIGHBOUR);
            return atWork
                    ? new Limits(Duration.ofDays(1), Duration.ofDays(30))
                    : new Limits(Duration.ofDays(14), Duration.ofDays(90));
        }
    }
}
