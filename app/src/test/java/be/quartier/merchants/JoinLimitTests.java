package be.quartier.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing up and pairing are slowed down for whoever does too much of it, and nobody loses what they typed. */
@QuartierTest
class JoinLimitTests {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int APPLICATIONS = 20;
    private static final int PAIRINGS = 10;

    @LocalServerPort
    private int port;

    @Autowired
    private TestCommunes communes;

    @Autowired
    private Merchants merchants;

    @Test
    void theTwentyFirstApplicationOfAnHourWaitsWithEverythingTyped() throws Exception {
        Commune commune = communes.fresh();
        try (var browser = browser()) {
            for (int i = 1; i <= APPLICATIONS; i++) {
                assertThat(apply(browser, commune, i).statusCode())
                        .as("application %d", i)
                        .isEqualTo(303);
            }
            var late = apply(browser, commune, APPLICATIONS + 1);
            assertThat(late.statusCode()).isEqualTo(429);
            assertThat(seconds(late)).isBetween(60L, 180L);
            assertThat(late.body())
                    .contains("Attendez ", "Rien n’est perdu")
                    .contains("value=\"Magasin " + (APPLICATIONS + 1) + "\"", "value=\"Zoé Lambert\"");
            assertThat(Tenancy.in(commune.id(), () -> merchants.in(MerchantState.APPLIED)))
                    .hasSize(APPLICATIONS);
            assertThat(apply(browser, communes.fresh(), 1).statusCode())
                    .as("another commune")
                    .isEqualTo(303);
        }
    }

    @Test
    void theEleventhPairingCodeOfTenMinutesWaits() throws Exception {
        Commune commune = communes.fresh();
        try (var browser = browser()) {
            Map<String, String> guess = Map.of("code", "ABCD-EFGH", "pin", "2580");
            for (int i = 1; i <= PAIRINGS; i++) {
                assertThat(post(browser, commune, "/till", "/till/pair", guess).statusCode())
                        .as("guess %d", i)
                        .isEqualTo(422);
            }
            var late = post(browser, commune, "/till", "/till/pair", guess);
            assertThat(late.statusCode()).isEqualTo(429);
            assertThat(seconds(late)).isBetween(6L, 60L);
            assertThat(late.body()).contains("Attendez une minute");
        }
    }

    private HttpResponse<String> apply(HttpClient browser, Commune commune, int number) throws Exception {
        Application shop = Shops.of(number, "Magasin " + number, "bakery");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("step", "contract");
        typed.put("version", Contract.VERSION);
        typed.put("bce", shop.bce().digits());
        typed.put("name", shop.name());
        typed.put("trade", shop.trade());
        typed.put("street", shop.place().street());
        typed.put("number", shop.place().number());
        typed.put("postcode", shop.place().postcode());
        typed.put("town", shop.place().town());
        typed.put("iban", shop.iban().value());
        typed.put("holder", shop.accountHolder());
        typed.put("contact", shop.contactName());
        typed.put("mail", shop.contactMail());
        typed.put("agree", "yes");
        return post(browser, commune, "/shops/join", "/shops/join", typed);
    }

    private HttpResponse<String> post(
            HttpClient browser, Commune commune, String page, String path, Map<String, String> typed) throws Exception {
        var shown = browser.send(request(commune, page).build(), HttpResponse.BodyHandlers.ofString());
        var token = CSRF.matcher(shown.body());
        assertThat(token.find()).isTrue();
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.put("_csrf", token.group(1));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(commune, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(Commune commune, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + commune.slug() + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "fr");
    }

    private static long seconds(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }
}
