package be.quartier.people;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.people.store.GrantStore;
import be.quartier.people.store.PersonStore;
import be.quartier.people.store.SessionStore;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** How long sessions live, on a clock that the test moves. */
@QuartierTest
class SessionLifeTests {

    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final Commune here;
    private final Commune there;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));

    @Autowired
    SessionLifeTests(
            Accounts accounts,
            Roles roles,
            JdbcClient jdbc,
            Vault vault,
            Ids ids,
            PlatformTransactionManager transactions,
            TestCommunes communes) {
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = new Sessions(
                new SessionStore(jdbc),
                new PersonStore(jdbc),
                new GrantStore(jdbc),
                vault,
                ids,
                now::get,
                transactions);
        this.here = communes.fresh();
        this.there = communes.fresh();
    }

    private UUID person(Commune commune, Role... held) {
        return Tenancy.in(commune.id(), () -> {
            UUID person = accounts.openWithoutAddress("Jeanne", Language.FR);
            grant(person, held);
            return person;
        });
    }

    private void grant(UUID person, Role... held) {
        for (Role role : held) {
            roles.grant(Grant.of(person, role), new Actor.Operator());
        }
    }

    private String start(UUID person, boolean secondFactor, String device) {
        return sessions.start(new Sessions.Start(here.id(), person, Session.Method.MAIL, secondFactor, 0, device));
    }

    private void pass(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }

    private Sessions.Current current(String cookie) {
        return sessions.find(cookie).orElseThrow();
    }

    private void livesUnused(Duration idle, Role... held) {
        String cookie = start(person(here, held), true, "Test, Test");
        pass(idle.minusSeconds(1));
        assertThat(sessions.find(cookie)).isPresent();
        pass(idle.minusSeconds(1));
        assertThat(sessions.find(cookie)).as("each use begins the time again").isPresent();
        pass(idle);
        assertThat(sessions.find(cookie)).isEmpty();
    }

    @Test
    void anUnusedSessionEndsTheSoonerTheMoreItMayDo() {
        livesUnused(Duration.ofHours(1), Role.FINANCE);
        livesUnused(Duration.ofHours(1), Role.MERCHANT, Role.ADMIN);
        livesUnused(Duration.ofDays(1), Role.CASHIER);
        livesUnused(Duration.ofDays(14), Role.RESIDENT);
        livesUnused(Duration.ofDays(14));
    }

    private void livesInUse(Duration absolute, Duration step, Role... held) {
        String cookie = start(person(here, held), true, "Test, Test");
        Instant end = now.get().plus(absolute);
        while (now.get().plus(step).isBefore(end)) {
            pass(step);
            assertThat(sessions.find(cookie)).as(now.toString()).isPresent();
        }
        now.set(end.minusSeconds(1));
        assertThat(sessions.find(cookie)).isPresent();
        now.set(end);
        assertThat(sessions.find(cookie)).isEmpty();
    }

    @Test
    void aSessionInUseEndsAllTheSame() {
        livesInUse(Duration.ofHours(12), Duration.ofMinutes(50), Role.APPROVER);
        livesInUse(Duration.ofDays(30), Duration.ofHours(20), Role.MERCHANT);
        livesInUse(Duration.ofDays(90), Duration.ofDays(9), Role.NEIGHBOUR);
    }

    @Test
    void itsOwnerSeesEachLiveSessionAndNobodyElses() {
        UUID person = person(here);
        String old = start(person, false, "Firefox, Android");
        pass(Duration.ofMinutes(10));
        String recent = start(person, false, "Safari, iPhone");
        start(person(here), false, "Edge, Windows");
        assertThat(sessions.live(here.id(), person))
                .extracting(Session::device)
                .containsExactly("Safari, iPhone", "Firefox, Android");
        assertThat(sessions.live(there.id(), person)).isEmpty();
        pass(Duration.ofMinutes(10));
        assertThat(sessions.find(old)).isPresent();
        assertThat(sessions.live(here.id(), person))
                .as("the last used first")
                .extracting(Session::device)
                .containsExactly("Firefox, Android", "Safari, iPhone");
        assertThat(sessions.live(here.id(), person).getFirst().lastSeenAt()).isEqualTo(now.get());
        pass(Duration.ofDays(14).minusMinutes(5));
        assertThat(sessions.find(recent)).as("unused for fourteen days").isEmpty();
        assertThat(sessions.live(here.id(), person)).extracting(Session::device).containsExactly("Firefox, Android");
    }

    @Test
    void itsOwnerEndsASessionAtOnceAndNobodyElseCan() {
        UUID person = person(here);
        String lost = start(person, false, "Chrome, Android");
        String kept = start(person, false, "Firefox, Linux");
        UUID id = current(lost).session().id();
        assertThat(sessions.end(here.id(), person(here), id)).isFalse();
        assertThat(sessions.end(there.id(), person, id)).isFalse();
        assertThat(sessions.find(lost)).isPresent();
        assertThat(sessions.end(here.id(), person, id)).isTrue();
        assertThat(sessions.end(here.id(), person, id)).isFalse();
        assertThat(sessions.find(lost)).isEmpty();
        String third = start(person, false, "Safari, Mac");
        assertThat(sessions.endOthers(
                        here.id(), person, Optional.of(current(kept).session().id())))
                .isEqualTo(1);
        assertThat(sessions.find(third)).isEmpty();
        assertThat(sessions.find(kept)).isPresent();
    }

    @Test
    void aSecondFactorServesAStaffRoleForTwelveHours() {
        UUID person = person(here);
        String cookie = start(person, true, "Test, Test");
        Tenancy.run(here.id(), () -> grant(person, Role.FINANCE, Role.RESIDENT));
        pass(Sessions.SECOND_FACTOR_LIFE.minusSeconds(1));
        assertThat(sessions.standing(current(cookie), here.id()).visitor().roles())
                .contains(Role.FINANCE);
        pass(Duration.ofSeconds(1));
        Sessions.Standing tired = sessions.standing(current(cookie), here.id());
        assertThat(tired.visitor().roles()).containsExactly(Role.RESIDENT);
        assertThat(tired.latent()).containsExactly(Role.FINANCE);
        sessions.confirm(current(cookie).session(), false);
        assertThat(sessions.standing(current(cookie), here.id()).latent())
                .as("one factor does not wake it")
                .containsExactly(Role.FINANCE);
        sessions.confirm(current(cookie).session(), true);
        assertThat(sessions.standing(current(cookie), here.id()).latent()).isEmpty();
    }

    @Test
    void aProofIsFreshForFiveMinutesAndCanBeGivenAgain() {
        String cookie = start(person(here), false, "Test, Test");
        assertThat(sessions.fresh(current(cookie).session())).isTrue();
        pass(Sessions.FRESH_LIFE.minusSeconds(1));
        assertThat(sessions.fresh(current(cookie).session())).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(sessions.fresh(current(cookie).session())).isFalse();
        sessions.confirm(current(cookie).session(), false);
        assertThat(sessions.fresh(current(cookie).session())).isTrue();
        assertThat(sessions.bothFactors(current(cookie).session())).isFalse();
    }
}
