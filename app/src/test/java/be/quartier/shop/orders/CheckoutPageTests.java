package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.people.Actor;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.shop.payments.PaymentKeys;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.Voucher;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the basket to the tracking page as a browser without JavaScript goes. */
@QuartierTest
class CheckoutPageTests {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    TestShop shop;

    @Autowired
    TestVouchers vouchers;

    @Autowired
    PaymentKeys keys;

    @LocalServerPort
    int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Street street;
    private UUID baker;
    private UUID butcher;
    private Ware bread;
    private Ware meat;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("transfer", "at-pickup");
        butcher = street.merchant("at-pickup", "at-door");
        bread = street.pieces(baker, 3_20, 60, 10);
        meat = street.weighed(butcher, 18_90, 60, 5_000);
    }

    @Test
    void aGuestFillsABasketFromTwoShopsAndFollowsTheOrder() {
        fill();
        assertThat(get("/checkout").statusCode()).isEqualTo(200);
        HttpResponse<String> wrong = post("/checkout", Map.of("name", "Ann", "mail", "ann"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"Ann\"");
        assertThat(post("/checkout", Map.of("name", "Ann", "mail", "ann@example.org", "phone", "")))
                .extracting(answer -> answer.uri().getPath())
                .asString()
                .endsWith("/checkout/delivery");
        assertThat(post("/checkout/delivery", Map.of("slot", "pickup", "address", ""))
                        .uri()
                        .getPath())
                .endsWith("/checkout/payment");
        HttpResponse<String> review =
                post("/checkout/payment", Map.of("w-" + baker, "transfer", "w-" + butcher, "at-pickup", "voucher", ""));
        assertThat(review.body()).contains("18,69", "6,40", "12,29");
        HttpResponse<String> followed = post("/checkout/review", Map.of());
        assertThat(followed.uri().getPath()).as(followed.body()).contains("/orders/");
        assertThat(followed.body()).contains("Attend la réponse du commerce");
        assertThat(followed.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(street.free(bread.unit())).isEqualTo(8);
        assertThat(street.free(meat.unit())).isEqualTo(4_350);
        assertThat(get("/basket").body()).contains("Le panier est vide");
        String part = find(followed.body(), "name=\"part\" value=\"([^\"]+)\"");
        HttpResponse<String> cancelled = postTo(followed.uri().getPath() + "/cancel", Map.of("part", part));
        assertThat(cancelled.body()).contains("annulé");
        assertThat(street.free(bread.unit()) == 10 || street.free(meat.unit()) == 5_000)
                .isTrue();
        assertThat(get("/orders/" + "A".repeat(22)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasSoldMeanwhileIsSaidAndNothingIsOrdered() {
        fill();
        post("/checkout", Map.of("name", "Ann", "mail", "ann@example.org"));
        post("/checkout/delivery", Map.of("slot", "pickup", "address", ""));
        post("/checkout/payment", Map.of("w-" + baker, "at-pickup", "w-" + butcher, "at-pickup"));
        street.sql(
                "update reservable_unit set available = 1 where commune_id = :commune and id = :id",
                Map.of("id", java.util.Objects.requireNonNull(bread.unit())));
        HttpResponse<String> answer = post("/checkout/review", Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Il n’en reste plus assez");
        assertThat(street.number("select count(*) from shop_order where commune_id = :commune", Map.of()))
                .isZero();
    }

    @Test
    void whatTheVoucherDoesNotCoverIsPaidAsTheCustomerChooses() {
        UUID grocer = street.merchant("voucher", "at-pickup", "transfer");
        Ware hamper = street.pieces(grocer, 45_00, 60, 3);
        Voucher voucher = vouchers.voucher(street, vouchers.campaign(street, 1, List.of(grocer)));
        String token = vouchers.token(street, voucher).text();
        get("/basket");
        post("/basket", Map.of("variant", hamper.variant().toString(), "quantity", "3"));
        post("/checkout", Map.of("name", "Ann", "mail", "ann@example.org"));
        HttpResponse<String> ways = post("/checkout/delivery", Map.of("slot", "pickup", "address", ""));
        assertThat(ways.body()).contains("name=\"r-" + grocer + "\"");
        HttpResponse<String> review = post(
                "/checkout/payment", Map.of("w-" + grocer, "voucher", "r-" + grocer, "transfer", "voucher", token));
        assertThat(review.body()).contains("135,00", "s’il ne suffit pas, le reste");
        HttpResponse<String> followed = post("/checkout/review", Map.of());
        assertThat(followed.uri().getPath()).as(followed.body()).contains("/orders/");
        assertThat(followed.body()).contains("100,00", "35,00");
        assertThat(street.number("""
            select sum(amount_cents) from payment_leg where commune_id = :commune and modality = 'transfer'
            """, Map.of())).isEqualTo(35_00);
        assertThat(street.free(hamper.unit())).isZero();
    }

    @Test
    void anOnlineLegLeadsToTheProvidersPageAndBack() {
        TwinServer provider = TwinServer.get();
        UUID grocer = street.merchant("online", "at-pickup");
        street.in(() -> keys.put(grocer, TwinServer.KEY, new Actor.Job("test")));
        Ware jam = street.pieces(grocer, 4_50, 60, 3);
        get("/basket");
        post("/basket", Map.of("variant", jam.variant().toString(), "quantity", "2"));
        post("/checkout", Map.of("name", "Ann", "mail", "ann@example.org"));
        post("/checkout/delivery", Map.of("slot", "pickup", "address", ""));
        post("/checkout/payment", Map.of("w-" + grocer, "online", "voucher", ""));
        HttpResponse<String> followed = post("/checkout/review", Map.of());
        String here = followed.uri().getPath();
        String leg = find(followed.body(), "name=\"leg\" value=\"([^\"]+)\"");
        String part = find(followed.body(), "name=\"part\" value=\"([^\"]+)\"");
        HttpResponse<String> leaving = postTo(here + "/pay", Map.of("part", part, "leg", leg));
        String id = find(leaving.body(), "href=\"http://localhost/pay/(tr_[^\"]+)\"");
        assertThat(leaving.body()).contains("9,00");
        provider.twin.press(id, "paid");
        assertThat(callBack(id)).isEqualTo(200);
        assertThat(callBack("tr_forged"))
                .as("nobody learns which payments exist")
                .isEqualTo(200);
        String payment = leaving.uri().getPath().replaceFirst(".*/", "");
        String back = "/" + street.commune.slug() + "/paid/" + payment;
        assertThat(provider.twin.find(id).orElseThrow().redirect())
                .as("the order's own address stays here")
                .hasPath(back);
        HttpResponse<String> elsewhere = HttpClient.newHttpClient()
                .sendAsync(request(back).GET().build(), HttpResponse.BodyHandlers.ofString())
                .join();
        assertThat(elsewhere.body()).contains("C’est payé").doesNotContain(here);
        HttpResponse<String> returned = send(request(back).GET());
        assertThat(returned.headers().firstValue("Location").orElseThrow()).endsWith(here);
        assertThat(send(request(here).GET()).body()).contains("9,00").doesNotContain("name=\"leg\"");
    }

    private int callBack(String id) {
        return send(request("/webhooks/payments/" + street.commune.slug())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("id=" + id)))
                .statusCode();
    }

    private void fill() {
        get("/basket");
        post("/basket", Map.of("variant", bread.variant().toString(), "quantity", "2"));
        HttpResponse<String> basket =
                post("/basket", Map.of("variant", meat.variant().toString(), "quantity", "650"));
        assertThat(basket.statusCode()).isEqualTo(200);
        assertThat(basket.body()).contains("6,40", "12,29", "18,69");
        HttpResponse<String> less = post("/basket/change", Map.of("q-" + meat.variant(), "500"));
        assertThat(less.body()).contains("9,45");
        post("/basket/change", Map.of("q-" + meat.variant(), "650", "q-" + bread.variant(), "2"));
    }

    private HttpResponse<String> get(String path) {
        return send(request("/" + street.commune.slug() + path).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        return postTo("/" + street.commune.slug() + path, fields);
    }

    private HttpResponse<String> postTo(String path, Map<String, String> fields) {
        String token = find(get("/basket").body(), TOKEN.pattern());
        String body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
                + fields.entrySet().stream()
                        .map(one ->
                                "&" + one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return answer.statusCode() == 303
                ? send(request(answer.headers().firstValue("Location").orElseThrow())
                        .GET())
                : answer;
    }

    private static String find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "fr");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
