package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.callbacks.CallBack;
import be.quartier.merchants.callbacks.CallBackState;
import be.quartier.merchants.callbacks.CallBacks;
import be.quartier.messaging.Outbox;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The seven questions over HTTP, as a browser without scripts answers them. */
@QuartierTest
class CallMePagesTests {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private TestCommunes communes;

    @Autowired
    private CallBacks calls;

    @Autowired
    private Merchants merchants;

    @Autowired
    private Outbox outbox;

    @Test
    void sevenPagesLeadToAWaitingCallAndALeftFormIsFoundAgainByItsLink() throws Exception {
        Commune commune = communes.fresh();
        Application shop = Shops.numbered(1);
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            String page = get(browser, commune, "/shops/call-me");
            page = next(browser, commune, page, Map.of("bce", shop.bce().digits()))
                    .body();
            page = next(browser, commune, page, Map.of("name", "Chez Zoé", "trade", "bakery"))
                    .body();
            var left = next(browser, commune, page, Map.of("keep", "yes", "keep-mail", "zoe@example.org"));
            assertThat(left.headers().firstValue("Location").orElseThrow()).endsWith("/shops/call-me/kept");
            page = get(browser, commune, "/shops/call-me/resume/" + token(commune));
            assertThat(page).contains("name=\"street\"", "value=\"Chez Zoé\"");
            page = next(
                            browser,
                            commune,
                            page,
                            Map.of("street", "Rue Haute", "number", "1", "town", "Ville", "postcode", "9999"))
                    .body();
            Map<String, String> contact = Map.of("contact", "Zoé Lambert", "phone", "12", "mail", "zoe@example.org");
            var refused = next(browser, commune, page, contact);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("value=\"Zoé Lambert\"");
            page = next(browser, commune, page, with(contact, "phone", "0470 12 34 56"))
                    .body();
            page = next(browser, commune, page, Map.of("moment-morning", "yes")).body();
            page = next(browser, commune, page, Map.of("sells", "Pains et tartes"))
                    .body();
            var sent = next(browser, commune, page, Map.of("wish-shop", "yes"));
            assertThat(sent.statusCode()).isEqualTo(303);
            List<CallBack> waiting = Tenancy.in(commune.id(), () -> calls.in(CallBackState.WAITING));
            assertThat(waiting)
                    .singleElement()
                    .satisfies(call ->
                            assertThat(call.asked().orElseThrow().name()).isEqualTo("Chez Zoé"));
            assertThat(status(browser, commune, "/shops/call-me/resume/" + token(commune)))
                    .isEqualTo(410);
            assertThat(next(browser, commune, page, Map.of("wish-shop", "yes")).statusCode())
                    .as("sent twice")
                    .isEqualTo(303);
            assertThat(Tenancy.in(commune.id(), () -> calls.in(CallBackState.WAITING)))
                    .hasSize(1);
        }
    }

    @Test
    void anEnterpriseThatTakesPartIsToldSoOnTheFirstPageInEveryLanguage() throws Exception {
        Commune commune = communes.fresh();
        Tenancy.run(commune.id(), () -> {
            var applied = (Applied.Waiting) merchants.apply(Shops.numbered(2), Optional.empty());
            merchants.accept(applied.merchant(), Optional.empty());
        });
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            String page = get(browser, commune, "/shops/call-me");
            var answer = next(
                    browser,
                    commune,
                    page,
                    Map.of("bce", Shops.numbered(2).bce().digits()));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("participe déjà", "/sign-in");
        }
    }

    private String token(Commune commune) {
        return Tenancy.in(commune.id(), () -> outbox.newest(Optional.empty(), 10)).stream()
                .map(message -> Pattern.compile("/resume/([A-Za-z0-9_-]{43})").matcher(message.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private HttpResponse<String> next(HttpClient browser, Commune commune, String page, Map<String, String> typed)
            throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        String form = page.substring(page.indexOf("action=\"/" + commune.slug() + "/shops/call-me\""));
        HIDDEN.matcher(form).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.putAll(typed);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(commune, "/shops/call-me")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(HttpClient browser, Commune commune, String path) throws Exception {
        return browser.send(request(commune, path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private int status(HttpClient browser, Commune commune, String path) throws Exception {
        return browser.send(request(commune, path).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpRequest.Builder request(Commune commune, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + commune.slug() + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "fr");
    }
}
