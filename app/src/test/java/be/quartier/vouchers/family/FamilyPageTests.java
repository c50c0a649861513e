package be.quartier.vouchers.family;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.merchants.Applied;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Shops;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.letters.LetterTown;
import be.quartier.vouchers.letters.LetterTown.Town;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page a family opens from its letter, over HTTP and without an account. */
@QuartierTest
class FamilyPageTests {

    private static final int HEAVIEST_PAGE_BYTES = 50_000;
    private static final Pattern CSRF = Pattern.compile("name=\"(_csrf|csrf)\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private LetterTown towns;

    @Autowired
    private Vouchers vouchers;

    @Autowired
    private Merchants merchants;

    private HttpClient browser;
    private Town town;
    private Voucher voucher;
    private String token;

    @BeforeEach
    void aLetterArrives() {
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        town = towns.open();
        voucher = town.household("nl", "Kerkstraat", "12", false, "Ans").getFirst();
        token = town.in(() -> vouchers.token(voucher)).text();
    }

    @Test
    void theQrCodeAsPrintedOpensTheBalanceInTheHouseholdsLanguageAndLeavesTheAddress() throws Exception {
        var scanned = get("/" + town.commune.slug().toUpperCase(Locale.ROOT) + "/B/" + token);

        assertThat(scanned.statusCode()).isEqualTo(303);
        assertThat(scanned.headers().firstValue("location").orElseThrow()).endsWith("/balance");
        assertThat(scanned.headers().map().toString()).doesNotContain(token);
        var page = get("/" + town.commune.slug() + "/balance");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("lang=\"nl\"", "Bon voor Ans D.", "€\u00a0100,00")
                .doesNotContain(token);
        assertThat(page.body().length()).isLessThan(HEAVIEST_PAGE_BYTES);
        assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
    }

    @Test
    void theTypedCodeOpensTheSamePage() throws Exception {
        String code = town.in(() -> vouchers.typed(voucher)).printed();

        assertThat(post("/balance", "/balance", Map.of("code", code.toLowerCase(Locale.ROOT)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/" + town.commune.slug() + "/balance").body()).contains("Ans D.");
    }

    @Test
    void aWrongCodeTellsNothingAndGuessingIsSlowedDown() throws Exception {
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            int status = post("/balance", "/balance", Map.of("code", "0000-0000-0000"))
                    .statusCode();
            refused += status == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(2);
    }

    @Test
    void aCodeOfAnotherCommuneIsUnknownHere() throws Exception {
        Town other = towns.open();
        get("/" + other.commune.slug() + "/b/" + token);

        assertThat(get("/" + other.commune.slug() + "/balance").body()).doesNotContain("Ans D.");
    }

    @Test
    void aLostVoucherIsBlockedWithTheCodeOfTheLetterAlone() throws Exception {
        get("/" + town.commune.slug() + "/b/" + token);
        String code = town.in(() -> vouchers.typed(voucher)).printed();

        assertThat(post("/balance", "/balance/lost", Map.of("confirm", "7K3P-M9QX-4T2D"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(state()).isEqualTo(Voucher.State.ACTIVE);
        assertThat(post("/balance", "/balance/lost", Map.of("confirm", code)).statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo(Voucher.State.BLOCKED);
    }

    @Test
    void closingForgetsTheVoucher() throws Exception {
        get("/" + town.commune.slug() + "/b/" + token);

        post("/balance", "/balance/close", Map.of());

        assertThat(get("/" + town.commune.slug() + "/balance").body()).doesNotContain("Ans D.");
    }

    @Test
    void theCommunesPageLeadsToTheShopsTheBalanceAndTheSignIn() throws Exception {
        String slug = "/" + town.commune.slug();
        String front = get(slug).body();
        for (String place : List.of("/shops", "/balance", "/sign-in")) {
            assertThat(front).contains("<h3><a href=\"" + slug + place + "\">");
            assertThat(get(slug + place).statusCode()).as(place).isEqualTo(200);
        }
    }

    @Test
    void theBalancePageLeadsToEveryShopOnceThereAreAny() throws Exception {
        get("/" + town.commune.slug() + "/b/" + token);
        String link = "href=\"/" + town.commune.slug() + "/shops\"";
        assertThat(section(get("/" + town.commune.slug() + "/balance").body())).doesNotContain(link);
        town.in(() -> {
            var applied = (Applied.Waiting) merchants.apply(Shops.numbered(1), Optional.empty());
            return merchants.accept(applied.merchant(), Optional.empty());
        });
        assertThat(section(get("/" + town.commune.slug() + "/balance").body())).contains(link, "Boulangerie Noël");
    }

    /** The page without its navigation, which leads to the shops as well. */
    private static String section(String page) {
        return page.substring(page.indexOf("<main"));
    }

    private Voucher.State state() {
        return town.in(() -> vouchers.find(voucher.id())).orElseThrow().state();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = get("/" + town.commune.slug() + page).body();
        var match = CSRF.matcher(form);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        if (match.find()) {
            body += "&" + match.group(1) + "=" + URLEncoder.encode(match.group(2), StandardCharsets.UTF_8);
        }
        return browser.send(
                HttpRequest.newBuilder(uri("/" + town.commune.slug() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "http://localhost:" + port)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
