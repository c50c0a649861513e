package be.quartier.people.gate;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.Accounts;
import be.quartier.people.Roles;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What asks for a fresh proof of identity, and one's sessions as their owner handles them, over HTTP. */
@QuartierTest
@Import(Probe.class)
class FreshTests {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Browser browser;
    private final Persons persons;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Commune here;

    @Autowired
    FreshTests(
            @LocalServerPort int port,
            TestCommunes communes,
            Accounts accounts,
            Roles roles,
            Sessions sessions,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.browser = new Browser(port);
        this.persons = new Persons(accounts, roles, sessions);
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.here = communes.fresh();
    }

    /** As if the person had proved who they are six minutes ago. */
    private void age(UUID person) {
        Tenancy.run(
                here.id(),
                () -> transactions.executeWithoutResult(status -> jdbc.sql("""
                                update web_session
                                set fresh_at = fresh_at - interval '6 minutes'
                                where commune_id = :commune and person_id = :person
                                """)
                        .param("commune", here.id().value())
                        .param("person", person)
                        .update()));
    }

    private String token(String cookie) {
        Matcher found =
                FORM_TOKEN.matcher(browser.get("/account").cookie(cookie).send().body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void anIbanOrAnAddressIsChangedOnlyAfterAFreshProof() {
        UUID merchant = persons.person(here, Role.MERCHANT);
        String cookie = persons.cookie(here, merchant, true);
        String token = token(cookie);
        List<String> grave = List.of(
                "GET /account/e-mail",
                "POST /account/e-mail",
                "POST /account/e-mail/code",
                "POST /account/passkeys",
                "POST /account/passkeys/remove",
                "GET /account/identity",
                "POST /account/identity/remove",
                "GET /" + here.slug() + "/merchant/account",
                "POST /" + here.slug() + "/merchant/account");
        assertThat(grave)
                .allSatisfy(route -> assertThat(answer(route, cookie, token).statusCode())
                        .as("%s, fresh", route)
                        .isEqualTo(Probe.PASSED));
        age(merchant);
        assertThat(grave).allSatisfy(route -> {
            HttpResponse<String> answer = answer(route, cookie, token);
            assertThat(answer.statusCode()).as(route).isEqualTo(303);
            assertThat(Browser.location(answer)).as(route).startsWith("/account/confirm?to=");
        });
    }

    private HttpResponse<String> answer(String route, String cookie, String token) {
        int gap = route.indexOf(' ');
        return browser.request(route.substring(0, gap), route.substring(gap + 1))
                .cookie(cookie)
                .header(Probe.STOP, "1")
                .header("X-CSRF-TOKEN", token)
                .send();
    }

    @Test
    void aWrongCodeIsNoProof() {
        UUID person = persons.person(here);
        String cookie = persons.cookie(here, person, false);
        age(person);
        String token = token(cookie);
        for (String form : List.of("code=12345678", "demo=yes")) {
            assertThat(browser.post("/account/confirm")
                            .cookie(cookie)
                            .form("_csrf=" + token + "&" + form)
                            .send()
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThat(browser.get("/account/e-mail").cookie(cookie).send().statusCode())
                .isEqualTo(303);
    }

    @Test
    void theOwnerSeesTheirSessionsAndEndsOneOfThem() {
        UUID person = persons.person(here);
        String mine = persons.cookie(here, person, false);
        String lost = persons.cookie(here, person, false);
        String strangers = persons.signedIn(here);
        UUID lostId = sessions.find(lost.substring("quartier=".length()))
                .orElseThrow()
                .session()
                .id();
        assertThat(browser.get("/account").cookie(mine).send().body())
                .contains("Cet appareil")
                .contains(lostId.toString());
        assertThat(browser.get("/account").cookie(strangers).send().body()).doesNotContain(lostId.toString());
        assertThat(end(strangers, lostId).statusCode()).isEqualTo(303);
        assertThat(browser.get("/account").cookie(lost).send().statusCode()).isEqualTo(200);
        assertThat(end(mine, lostId).statusCode()).isEqualTo(303);
        assertThat(browser.get("/account").cookie(lost).send().statusCode()).isEqualTo(303);
        assertThat(browser.get("/account").cookie(mine).send().body()).doesNotContain(lostId.toString());
    }

    private HttpResponse<String> end(String cookie, UUID session) {
        return browser.post("/account/sessions/end")
                .cookie(cookie)
                .form("_csrf=" + token(cookie) + "&session=" + session)
                .send();
    }
}
