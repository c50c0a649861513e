package be.quartier.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.AuditQuery;
import be.quartier.people.AuditTrail;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OidcTests extends IdentityJourney {

    @Autowired
    private AuditTrail audit;

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Autowired
    private org.springframework.transaction.support.TransactionTemplate transactions;

    private Sessions.Current current(HttpResponse<?> answer) {
        String cookie = set(answer, "quartier").orElseThrow();
        return sessions.find(cookie.substring("quartier=".length())).orElseThrow();
    }

    @Test
    void aLinkedIdentityOpensItsAccountAndTheLevelIsKeptAndShown() {
        Commune home = commune();
        UUID person = person(home);
        linked(home, person, "subject-a");
        HttpResponse<String> answer = back(trip("/sign-in/identity?way=0&to=/account"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/account");
        Session session = current(answer).session();
        assertThat(session.person()).isEqualTo(person);
        assertThat(session.method()).isEqualTo(Session.Method.OIDC);
        assertThat(session.identityLevel()).isEqualTo(500);
        assertThat(get("/account", set(answer, "quartier").orElseThrow()).body())
                .contains("eID ou itsme, niveau élevé");
        assertThat(Tenancy.in(home.id(), () -> audit.read(AuditQuery.all()))).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo("people.identity-signed-in");
            assertThat(line.details()).containsEntry("assurance", "high").containsEntry("acr", EID);
        });
        assertThat(logged()).anyMatch(line -> line.contains("event=sign-in-oidc outcome=ok"));
    }

    @Test
    void theProviderIsAskedForNoMoreThanIsNeededAndForAProofOfNow() {
        Trip trip = trip("/sign-in/identity?way=1");
        assertThat(trip.asked())
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("acr_values", ITSME)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "300")
                .containsEntry("client_id", TestProvider.CLIENT)
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(trip.asked().get("redirect_uri")).endsWith(Oidc.BACK);
        assertThat(trip().asked().get("state")).isNotEqualTo(trip.asked().get("state"));
    }

    @Test
    void twoFactorsAtTheProviderWakeAStaffRoleAndOneDoesNot() {
        Commune home = commune();
        UUID officer = person(home, Role.ADMIN);
        linked(home, officer, "subject-b");
        PROVIDER.acr = CODE;
        Sessions.Current two = current(back(trip("/sign-in/identity?way=2")));
        assertThat(two.session().identityLevel()).isEqualTo(400);
        assertThat(sessions.standing(two, home.id()).visitor().roles()).contains(Role.ADMIN);
        PROVIDER.acr = PASSWORD;
        Sessions.Current one = current(back(trip("/sign-in/identity?way=3")));
        assertThat(sessions.standing(one, home.id()).latent()).contains(Role.ADMIN);
    }

    @Test
    void aBetterWayThanTheOneAskedForIsWelcome() {
        Commune home = commune();
        linked(home, person(home), "subject-c");
        PROVIDER.acr = EID;
        assertThat(current(back(trip("/sign-in/identity?way=2"))).session().identityLevel())
                .isEqualTo(500);
    }

    @Test
    void somebodySignedInLinksAnIdentityAndItIsKeptWithoutItsSubject() {
        Commune home = commune();
        UUID person = person(home);
        String mine = cookie(home, person, false);
        PROVIDER.subject = "90010112345";
        PROVIDER.acr = EID;
        HttpResponse<String> answer = back(trip("/account/identity/start?way=0", mine), mine);
        assertThat(answer.headers().firstValue("Location")).hasValue("/account");
        assertThat(get("/account", mine).body()).contains("Délier");
        assertThat(current(back(trip())).session().person()).isEqualTo(person);
        String rows = Tenancy.in(
                home.id(),
                () -> transactions.execute(status -> jdbc.sql("select string_agg(l::text, ' ') from identity_link l")
                        .query(String.class)
                        .single()));
        assertThat(rows)
                .contains(person.toString())
                .doesNotContain("90010112345")
                .doesNotContain(java.util.HexFormat.of()
                        .formatHex("90010112345".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void aSecondIdentityAsksForTheSecondFactorFirst() {
        Commune home = commune();
        UUID person = person(home);
        linked(home, person, "subject-d");
        assertThat(get("/account/identity/start?way=0", cookie(home, person, false))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/account/identity/start?way=0", cookie(home, person, true))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void anUnlinkedIdentityOpensNothingAndMayBeLinkedElsewhere() {
        Commune home = commune();
        UUID person = person(home);
        linked(home, person, "subject-e");
        Session session = sessions.find(cookie(home, person, true).substring("quartier=".length()))
                .orElseThrow()
                .session();
        UUID link = identities.of(session).getFirst().id();
        assertThat(identities.forget(session, UUID.randomUUID())).isFalse();
        assertThat(identities.forget(session, link)).isTrue();
        assertThat(set(back(trip()), "quartier")).isEmpty();
        Commune there = commune();
        UUID other = person(there);
        linked(there, other, "subject-e");
        assertThat(current(back(trip())).session().person()).isEqualTo(other);
    }

    @Test
    void theSignInPageNamesEachWayInFourLanguages() {
        for (String[] text : new String[][] {
            {"fr", "Se connecter avec eID"},
            {"nl", "Aanmelden met itsme"},
            {"de", "Mit eID anmelden"},
            {"en", "Sign in with itsme"}
        }) {
            assertThat(get("/sign-in", "language=" + text[0]).body())
                    .contains(text[1])
                    .contains("/sign-in/identity?way=1");
        }
    }
}
