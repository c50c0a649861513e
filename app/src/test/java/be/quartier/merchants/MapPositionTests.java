package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.AuditLine;
import be.quartier.people.AuditQuery;
import be.quartier.people.AuditTrail;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shop that signed up by itself is put on the map by the commune, over HTTP. */
@QuartierTest
class MapPositionTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private TestCommunes communes;

    @Autowired
    private Merchants merchants;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private Sessions sessions;

    @Autowired
    private AuditTrail audit;

    private final HttpClient http = HttpClient.newHttpClient();
    private Commune commune;
    private String cookie = "";
    private UUID merchant = new UUID(0, 0);
    private UUID shop = new UUID(0, 0);

    @BeforeEach
    void aShopWithoutPositionApplies() {
        commune = communes.fresh();
        Tenancy.run(commune.id(), () -> {
            UUID clerk = accounts.openWithoutAddress("Zoé Lambert", Language.FR);
            roles.grant(Grant.of(clerk, Role.ECONOMY), new Actor.Operator());
            cookie = "quartier="
                    + sessions.start(
                            new Sessions.Start(commune.id(), clerk, Session.Method.MAIL, true, 0, "Test, Test"));
            Application known = Shops.numbered(1);
            Place place = known.place();
            Application unplaced = new Application(
                    known.name(),
                    known.bce(),
                    known.trade(),
                    known.iban(),
                    known.accountHolder(),
                    new Place(
                            place.name(),
                            place.street(),
                            place.number(),
                            place.box(),
                            place.postcode(),
                            place.town(),
                            Optional.empty(),
                            Optional.empty()),
                    known.hours(),
                    known.contactName(),
                    known.contactMail(),
                    known.language(),
                    known.contractVersion());
            merchant = ((Applied.Waiting) merchants.apply(unplaced, Optional.empty())).merchant();
            shop = merchants
                    .find(merchant)
                    .orElseThrow()
                    .establishments()
                    .getFirst()
                    .id();
        });
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void theClerkPutsAShopOnTheMapAndTheTrailKeepsIt() throws Exception {
        assertThat(locate("50,4542", "3.9523").statusCode()).isEqualTo(303);
        assertThat(position()).contains(new Position(50.4542, 3.9523));
        assertThat(get("/merchants/" + merchant, "fr"))
                .contains("name=\"latitude1\"", "value=\"50.4542\"", "value=\"3.9523\"");
        assertThat(get("/shops", "fr")).as("not accepted yet").doesNotContain("<circle");
        Tenancy.run(commune.id(), () -> merchants.accept(merchant, Optional.empty()));
        assertThat(get("/shops", "fr")).contains("<circle");
        assertThat(Tenancy.in(commune.id(), () -> audit.read(AuditQuery.all())))
                .extracting(AuditLine::action)
                .contains("merchants.located");
    }

    @Test
    void bothNumbersPastedIntoTheFirstFieldAreUnderstood() throws Exception {
        assertThat(locate("50.45421, 3.95230", "").statusCode()).isEqualTo(303);
        assertThat(position()).contains(new Position(50.45421, 3.9523));
    }

    @Test
    void whatIsNoPointInBelgiumIsRefusedAndStaysInTheFields() throws Exception {
        for (String[] wrong : new String[][] {
            {"", ""},
            {"50,4", ""},
            {"fifty", "4"},
            {"NaN", "4"},
            {"3.9523", "50.4542"},
            {"48.85", "2.35"},
            {"52.37", "4.9"}
        }) {
            var answer = locate(wrong[0], wrong[1]);
            assertThat(answer.statusCode()).as(String.join(" ", wrong)).isEqualTo(422);
            assertThat(answer.body()).contains("aria-invalid=\"true\"", "value=\"" + wrong[0] + "\"");
        }
        assertThat(position()).isEmpty();
    }

    @Test
    void aShopOfAnotherMerchantIsNotMoved() throws Exception {
        UUID other = Tenancy.in(
                commune.id(),
                () -> ((Applied.Waiting) merchants.apply(Shops.numbered(2), Optional.empty())).merchant());
        var answer = post("/merchants/" + other + "/shops/" + shop + "/position", "latitude1=50.4&longitude1=4");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(position()).isEmpty();
    }

    @Test
    void theFileReadsInFourLanguages() throws Exception {
        for (Language language : Language.values()) {
            assertThat(get("/merchants/" + merchant, language.code()))
                    .contains("lang=\"" + language.code() + "\"", "name=\"longitude1\"")
                    .doesNotContain("merchants.position");
        }
    }

    private Optional<Position> position() {
        return Tenancy.in(commune.id(), () -> merchants.find(merchant))
                .orElseThrow()
                .establishments()
                .getFirst()
                .place()
                .position();
    }

    private HttpResponse<String> locate(String latitude, String longitude) throws Exception {
        return post(
                "/merchants/" + merchant + "/shops/" + shop + "/position",
                "latitude1=" + URLEncoder.encode(latitude, StandardCharsets.UTF_8) + "&longitude1="
                        + URLEncoder.encode(longitude, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        var token = CSRF.matcher(get("/merchants/" + merchant, "fr"));
        assertThat(token.find()).isTrue();
        String proof = "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return http.send(
                request(path, "fr")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body + proof))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path, String language) throws Exception {
        var answer = http.send(request(path, language).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder request(String path, String language) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + commune.slug() + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }
}
