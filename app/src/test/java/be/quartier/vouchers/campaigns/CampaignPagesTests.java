package be.quartier.vouchers.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Actor;
import be.quartier.people.Accounts;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.live.HouseholdViews;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page of campaigns and live figures, over HTTP, in each state and language. */
@QuartierTest
class CampaignPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunes communes;

    @Autowired
    OpenedCampaigns opened;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Vouchers vouchers;

    @Autowired
    HouseholdViews views;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    Sessions sessions;

    private final HttpClient http = HttpClient.newHttpClient();
    private Commune commune;
    private UUID person;
    private String cookie;

    @BeforeEach
    void signIn() {
        commune = communes.fresh();
        person = Tenancy.in(commune.id(), () -> {
            var somebody = accounts.openWithoutAddress("Amélie Dubois", Language.FR);
            List.of(Role.ECONOMY, Role.FINANCE, Role.APPROVER, Role.AUDITOR)
                    .forEach(role -> roles.grant(Grant.of(somebody, role), new be.quartier.people.Actor.Operator()));
            return somebody;
        });
        cookie = "quartier="
                + sessions.start(new Sessions.Start(commune.id(), person, Session.Method.MAIL, true, 0, "Test, Test"));
    }

    @Test
    void everyPageOfADraftReadsInFourLanguages() throws Exception {
        var draft = Tenancy.in(commune.id(), () -> campaigns.create(UUID.randomUUID(), "Bons <rentrée>", person));
        Tenancy.run(
                commune.id(),
                () -> campaigns.keepPyramid(
                        draft.id(),
                        new AgePyramid(IntStream.range(0, 26)
                                .mapToObj(age -> 200 + age)
                                .toList())));
        var here = "/vouchers/campaigns/" + draft.id();
        for (var language : Language.values()) {
            read("/vouchers/campaigns", language);
            read("/vouchers/campaigns/new", language);
            assertThat(read(here, language)).contains("Bons &lt;rentrée&gt;");
            read(here + "/dry-run", language);
            for (var step : Step.values()) {
                read(here + "/steps/" + step.code(), language);
            }
            for (var act : List.of("vote", "take-back", "submit", "open", "send-back", "extend", "close", "cancel")) {
                read(here + "/acts/" + act, language);
            }
            read("/vouchers", language);
            read("/vouchers/live", language);
            read("/vouchers/live/looks", language);
        }
    }

    @Test
    void everyPageOfAnOpenCampaignReadsInFourLanguages() throws Exception {
        var id = Tenancy.in(commune.id(), () -> opened.open(100_000_00));
        Tenancy.run(commune.id(), () -> vouchers.issueToBearer(id, 7, Actor.SYSTEM));
        var look = Tenancy.in(commune.id(), () -> views.begin(id, 1, person, "the family asks at the counter"))
                .orElseThrow();
        for (var language : Language.values()) {
            assertThat(read("/vouchers", language)).contains("100");
            read("/vouchers/campaigns/" + id, language);
            read("/vouchers/campaigns/" + id + "/report", language);
            assertThat(read("/vouchers/live/" + id, language)).contains("id=\"live\"");
            read("/vouchers/live/" + id + "/entries", language);
            read("/vouchers/live/" + id + "/households", language);
            assertThat(read("/vouchers/live/" + id + "/households/" + look.id(), language))
                    .contains("n");
            read("/vouchers/live/looks", language);
            assertThat(read("/vouchers/live/" + id + "/by/shop.csv", language)).startsWith("\ufeff");
            read("/vouchers/live/" + id + "/entries.csv", language);
        }
    }

    private String read(String path, Language language) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + commune.slug() + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Accept-Language", language.code())
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s in %s", path, language).isEqualTo(200);
        assertThat(answer.body()).as("%s in %s", path, language).doesNotContain("campaigns.", "live.");
        return answer.body();
    }
}
