package be.quartier.people.gate;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.people.Accounts;
import be.quartier.people.Roles;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is typed survives the end of a session: the same person finds it in the form again, nobody else does. */
@QuartierTest
class LostFormTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String TYPED = "Bons de Noël pour les enfants";

    private final Browser browser;
    private final Persons persons;
    private final Sessions sessions;
    private final Commune here;
    private final int port;

    @Autowired
    LostFormTests(@LocalServerPort int port, TestCommunes communes, Accounts accounts, Roles roles, Sessions sessions) {
        this.browser = new Browser(port);
        this.persons = new Persons(accounts, roles, sessions);
        this.sessions = sessions;
        this.here = communes.fresh();
        this.port = port;
    }

    private String page() {
        return "/" + here.slug() + "/vouchers/campaigns/new";
    }

    private String token(String cookie) {
        Matcher token = TOKEN.matcher(browser.get(page()).cookie(cookie).send().body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> send(String cookie, String token) {
        return browser.post(page())
                .cookie(cookie)
                .header("Referer", "http://localhost:" + port + page())
                .header("Sec-Fetch-Site", "same-origin")
                .form("_csrf=" + token + "&code=1234&name="
                        + TYPED.replace(" ", "+").replace("ë", "%C3%AB"))
                .send();
    }

    private void end(UUID person) {
        sessions.endOthers(here.id(), person, Optional.empty());
    }

    private static String draft(HttpResponse<String> answer) {
        return "; " + Browser.setCookie(answer, "quartier-draft").orElse("=;").split(";", 2)[0];
    }

    @Test
    void afterSigningInAgainTheFormIsFilledOnce() {
        UUID person = persons.person(here, Role.ECONOMY);
        String cookie = persons.cookie(here, person, true);
        String token = token(cookie);
        end(person);
        HttpResponse<String> answer = send(cookie, token);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).startsWith("/sign-in?kept=yes&to=%2F" + here.slug());
        assertThat(browser.get(Browser.location(answer)).send().body()).contains("name=\"kept\"");

        String again = persons.cookie(here, person, true) + draft(answer);
        assertThat(browser.get(page()).cookie(again).send().body()).contains("value=\"" + TYPED + "\"");
        assertThat(browser.get(page()).cookie(again).send().body()).doesNotContain(TYPED);
    }

    @Test
    void somebodyElseOnTheSameMachineFindsNothing() {
        UUID person = persons.person(here, Role.ECONOMY);
        String cookie = persons.cookie(here, person, true);
        String token = token(cookie);
        end(person);
        String draft = draft(send(cookie, token));
        String other = persons.signedIn(here, Role.ECONOMY) + draft;
        assertThat(browser.get(page()).cookie(other).send().body()).doesNotContain(TYPED);
    }

    @Test
    void aFormOpenedBeforeSigningInAgainElsewhereIsFilledAtOnce() {
        UUID person = persons.person(here, Role.ECONOMY);
        String token = token(persons.cookie(here, person, true));
        String now = persons.cookie(here, person, true);
        HttpResponse<String> answer = send(now, token);
        assertThat(Browser.location(answer)).isEqualTo(page());
        assertThat(browser.get(page()).cookie(now + draft(answer)).send().body())
                .contains(TYPED);
    }

    @Test
    void aFormThatIsNotOfTheEndedSessionIsRefusedAndNotKept() {
        UUID person = persons.person(here, Role.ECONOMY);
        String cookie = persons.cookie(here, person, true);
        String foreign = token(persons.signedIn(here, Role.ECONOMY));
        end(person);
        HttpResponse<String> answer = send(cookie, foreign);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.setCookie(answer, "quartier-draft")).isEmpty();
    }
}
