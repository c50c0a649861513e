package be.quartier.people.gate;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@QuartierTest
@Import(Probe.class)
class GateTests {

    private final Browser browser;
    private final Persons persons;
    private final Sessions sessions;
    private final Roles roles;
    private final Commune here;
    private final Commune there;

    @Autowired
    GateTests(@LocalServerPort int port, TestCommunes communes, Accounts accounts, Roles roles, Sessions sessions) {
        this.browser = new Browser(port);
        this.persons = new Persons(accounts, roles, sessions);
        this.sessions = sessions;
        this.roles = roles;
        this.here = communes.fresh();
        this.there = communes.fresh();
    }

    private String at(String path) {
        return "/" + here.slug() + "/probe/" + path;
    }

    @Test
    void aHandlerWithoutAllowsAnswersNobody() {
        assertThat(browser.get(at("undeclared")).send().statusCode()).isEqualTo(403);
        String everyRole = persons.signedIn(here, Role.values());
        assertThat(browser.get(at("undeclared")).cookie(everyRole).send().statusCode())
                .isEqualTo(403);
    }

    @Test
    void anUnknownAddressIsNotFound() {
        assertThat(browser.get(at("nowhere")).send().statusCode()).isEqualTo(404);
        assertThat(browser.get("/no-such-commune/at-all").send().statusCode()).isEqualTo(404);
    }

    @Test
    void aReaderWithoutSessionIsLedToSignInAndBack() {
        HttpResponse<String> answer = browser.get(at("finance") + "?year=2026").send();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer))
                .isEqualTo("/sign-in?to=%2F" + here.slug() + "%2Fprobe%2Ffinance%3Fyear%3D2026");
        assertThat(browser.get(at("finance"))
                        .header("Accept", "application/json")
                        .send()
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRoleCountsInItsOwnCommuneOnly() {
        String elsewhere = persons.signedIn(there, Role.FINANCE);
        assertThat(browser.get(at("finance")).cookie(elsewhere).send().statusCode())
                .isEqualTo(403);
        assertThat(browser.get(at("signed-in")).cookie(elsewhere).send().statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/probe/anywhere").cookie(elsewhere).send().statusCode())
                .isEqualTo(200);
        String mine = persons.signedIn(here, Role.FINANCE);
        assertThat(browser.get(at("finance")).cookie(mine).send().statusCode()).isEqualTo(200);
    }

    @Test
    void aStaffRoleSleepsUntilTheSecondFactorIsShown() {
        UUID officer = persons.person(here, Role.FINANCE);
        String oneFactor = persons.cookie(here, officer, false);
        HttpResponse<String> answer =
                browser.get(at("finance")).cookie(oneFactor).send();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).startsWith("/account/second-factor?to=");
        assertThat(browser.get(at("signed-in")).cookie(oneFactor).send().statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRevokedRoleCountsNoMoreAtTheNextRequest() {
        UUID officer = persons.person(here, Role.FINANCE);
        String cookie = persons.cookie(here, officer, true);
        assertThat(browser.get(at("finance")).cookie(cookie).send().statusCode())
                .isEqualTo(200);
        Tenancy.run(here.id(), () -> roles.revoke(Grant.of(officer, Role.FINANCE), new Actor.Operator()));
        assertThat(browser.get(at("finance")).cookie(cookie).send().statusCode())
                .isEqualTo(403);
    }

    @Test
    void anEndedSessionIsNobodysAtTheNextRequest() {
        UUID person = persons.person(here);
        String cookie = persons.cookie(here, person, true);
        assertThat(browser.get(at("signed-in")).cookie(cookie).send().statusCode())
                .isEqualTo(200);
        sessions.endOthers(here.id(), person, java.util.Optional.empty());
        assertThat(browser.get(at("signed-in")).cookie(cookie).send().statusCode())
                .isEqualTo(303);
    }

    @Test
    void aTillIsKnownInItsOwnCommuneAndUnderTheApiOnly() {
        String path = "/api/v1/communes/" + here.slug() + "/probe/till";
        String token = "Bearer till-" + here.id().value();
        assertThat(browser.post(path).header("Authorization", token).send().statusCode())
                .isEqualTo(200);
        assertThat(browser.post(path)
                        .header("Authorization", "Bearer till-" + there.id().value())
                        .send()
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> without = browser.post(path).send();
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(browser.get(at("signed-in"))
                        .header("Authorization", token)
                        .send()
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aFormWithoutItsHiddenFieldIsRefused() {
        assertThat(browser.post(at("everyone")).send().statusCode()).isEqualTo(403);
        HttpResponse<String> page = browser.get(at("everyone")).send();
        String token = page.body().substring(page.body().lastIndexOf(' ') + 1);
        String cookie = Browser.setCookie(page, "quartier-form").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure");
        assertThat(browser.post(at("everyone"))
                        .cookie(cookie.substring(0, cookie.indexOf(';')))
                        .form("_csrf=" + token)
                        .send()
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.post(at("everyone")).form("_csrf=" + token).send().statusCode())
                .isEqualTo(403);
    }

    @Test
    void theHiddenFieldOfOneSessionServesNoOther() {
        String mine = persons.signedIn(here);
        String other = persons.signedIn(here);
        HttpResponse<String> page = browser.get(at("everyone")).cookie(mine).send();
        String token = page.body().substring(page.body().lastIndexOf(' ') + 1);
        assertThat(Browser.setCookie(page, "quartier-form")).isEmpty();
        assertThat(browser.post(at("everyone"))
                        .cookie(mine)
                        .form("_csrf=" + token)
                        .send()
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.post(at("everyone"))
                        .cookie(other)
                        .form("_csrf=" + token)
                        .send()
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherSiteCannotUseASessionOnTheApi() {
        String path = "/api/v1/communes/" + here.slug() + "/probe/both";
        String officer = persons.signedIn(here, Role.ECONOMY);
        assertThat(browser.post(path).cookie(officer).send().statusCode()).isEqualTo(200);
        assertThat(browser.post(path)
                        .cookie(officer)
                        .header("Sec-Fetch-Site", "cross-site")
                        .send()
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post(path)
                        .cookie(officer)
                        .header("Origin", "https://evil.example")
                        .send()
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post(path)
                        .cookie(officer)
                        .header("Origin", "null")
                        .send()
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post(path)
                        .cookie(officer)
                        .header("Sec-Fetch-Site", "same-origin")
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anInventedCookieIsNobodysAndBreaksNothing() {
        for (String invented : new String[] {
            "quartier=",
            "quartier=1",
            "quartier=0.x",
            "quartier=" + here.id().value() + "." + "A".repeat(43),
            "quartier=99999999999." + "A".repeat(43),
            "quartier=-1." + "A".repeat(43)
        }) {
            assertThat(browser.get(at("signed-in")).cookie(invented).send().statusCode())
                    .as(invented)
                    .isEqualTo(303);
        }
    }
}
