package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.Voucher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Products, slots and orders over real HTTP, as their contract says. */
@QuartierTest
class OrdersApiTests {

    @Autowired
    TestShop shop;

    @Autowired
    TestVouchers vouchers;

    @LocalServerPort
    int port;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Street street;
    private UUID baker;
    private UUID brewer;
    private Ware bread;
    private Ware beer;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("transfer", "at-pickup", "at-door");
        brewer = street.merchant("at-pickup", "at-door");
        bread = street.pieces(baker, 3_20, 60, 10);
        beer = street.pieces(brewer, 2_45, 210, 24);
    }

    @Test
    void productsAndSlotsAreListed() {
        Ware cake = street.pieces(baker, 24_00, 60, -1);
        UUID slot = street.slot(3);
        String products = get("products").body();
        assertThat(products)
                .contains("\"merchant\":\"" + baker + "\"", "\"id\":\"" + bread.variant() + "\"", "\"priceCents\":320")
                .contains(
                        "\"available\":10",
                        "\"available\":null",
                        "\"next\":null",
                        cake.variant().toString());
        assertThat(get("slots").body()).contains("\"id\":\"" + slot + "\"", "\"available\":3");
        street.sql("update product set state = 'draft' where commune_id = :commune", Map.of());
        assertThat(get("products").body()).startsWith("{\"products\":[],");
    }

    @Test
    void anOrderFromTwoMerchantsIsPlacedWithALegEach() {
        HttpResponse<String> answer = order("k1", two(2, 6), "null", "{\"" + baker + "\":\"at-pickup\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"totalCents\":" + (2 * 3_20 + 6 * 2_45), "\"tracking\":\"", "\"state\":\"placed\"")
                .contains("{\"modality\":\"at-pickup\",\"amountCents\":640,\"reference\":null}")
                .contains("{\"modality\":\"at-pickup\",\"amountCents\":1470,\"reference\":null}");
        assertThat(street.free(bread.unit())).isEqualTo(8);
        assertThat(street.free(beer.unit())).isEqualTo(18);
        HttpResponse<String> transfer = order("k2", two(1, 1), "null", "{}");
        assertThat(transfer.body())
                .containsPattern("\"modality\":\"transfer\",\"amountCents\":320,\"reference\":\"\\d{12}\"");
    }

    @Test
    void aRefusalHasItsCodeAndNothingIsHalfDone() {
        UUID slot = street.slot(1);
        assertThat(code(order("a", two(11, 1), "null", "{}"))).isEqualTo("409 out-of-stock");
        assertThat(code(order("b", two(0, 1), "null", "{}"))).isEqualTo("422 quantity-invalid");
        assertThat(code(order("c", line(UUID.randomUUID(), 1), "null", "{}"))).isEqualTo("422 unknown-variant");
        assertThat(code(order("d", two(1, 1), "\"" + UUID.randomUUID() + "\"", "{}")))
                .isEqualTo("422 unknown-slot");
        assertThat(code(order("e", two(1, 1), "null", "{\"" + brewer + "\":\"transfer\"}")))
                .isEqualTo("422 modality-not-offered");
        assertThat(code(order("f", two(1, 1), "null", "{\"" + baker + "\":\"at-door\"}")))
                .isEqualTo("422 modality-not-offered");
        street.sql("""
            update shop_terms set minimum_cents = 1000 where commune_id = :commune and merchant_id = :id
            """, Map.of("id", baker));
        assertThat(code(order("g", two(1, 1), "null", "{}"))).isEqualTo("409 below-minimum");
        assertThat(street.free(bread.unit())).isEqualTo(10);
        assertThat(street.number("select count(*) from shop_order where commune_id = :commune", Map.of()))
                .isZero();
        assertThat(order("h", two(4, 1), "\"" + slot + "\"", "{}").statusCode()).isEqualTo(201);
        assertThat(code(order("i", two(4, 1), "\"" + slot + "\"", "{}"))).isEqualTo("409 slot-full");
        assertThat(street.free(bread.unit())).isEqualTo(6);
    }

    @Test
    void aVoucherPaysWhatItCanAndTheRestGoesAnotherWay() {
        UUID grocer = street.merchant("voucher", "transfer", "at-pickup");
        Ware basket = street.pieces(grocer, 45_00, 60, 10);
        Voucher voucher = vouchers.voucher(street, vouchers.campaign(street, 1, List.of(grocer)));
        String body = "{\"lines\":[" + line(basket.variant(), 3) + "],\"slot\":null"
                + ",\"contact\":{\"name\":\"Ann\",\"email\":\"ann@example.org\"}"
                + ",\"legs\":{\"" + grocer + "\":\"voucher\"}"
                + ",\"voucher\":\"" + vouchers.token(street, voucher).text() + "\"";
        assertThat(code(send("orders", "alone", body + "}"))).isEqualTo("409 insufficient-balance");
        assertThat(code(send("orders", "door", body + ",\"rest\":{\"" + grocer + "\":\"at-door\"}}")))
                .isEqualTo("422 modality-not-offered");
        assertThat(street.free(basket.unit())).isEqualTo(10);
        String rest = body + ",\"rest\":{\"" + grocer + "\":\"at-pickup\"}}";
        HttpResponse<String> answer = send("orders", "both", rest);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"totalCents\":13500")
                .contains("\"legs\":[{\"modality\":\"voucher\",\"amountCents\":10000,\"reference\":null},"
                        + "{\"modality\":\"at-pickup\",\"amountCents\":3500,\"reference\":null}]");
        assertThat(send("orders", "both", rest).body()).isEqualTo(answer.body());
        assertThat(street.free(basket.unit())).isEqualTo(7);
        vouchers.everythingHolds(street);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(code(send("orders", null, "{}"))).isEqualTo("400 idempotency-key-missing");
        assertThat(code(send("orders", "k", "["))).isEqualTo("400 invalid-body");
        assertThat(code(send("orders", "k", "{\"lines\":[]}"))).isEqualTo("422 lines-invalid");
        assertThat(code(send("orders", "k", "{\"lines\":[" + line(bread.variant(), 1) + "]}")))
                .isEqualTo("422 contact-invalid");
        assertThat(code(send("orders", "k", "{\"lines\":\"" + "x".repeat(40_000) + "\"}")))
                .isEqualTo("413 body-too-large");
    }

    @Test
    void oneKeySentFiftyTimesAtOnceOrdersOnceAndAnswersAlike() throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int time = 0; time < 50; time++) {
            calls.add(() -> order("same", two(1, 2), "null", "{}").body());
        }
        Set<String> answers = new HashSet<>(together(calls));
        assertThat(answers).hasSize(1).allMatch(answer -> answer.contains("\"tracking\""));
        assertThat(street.free(bread.unit())).isEqualTo(9);
        assertThat(code(order("same", two(1, 3), "null", "{}"))).isEqualTo("422 idempotency-key-reused");
        assertThat(code(order("retried", two(99, 1), "null", "{}"))).isEqualTo("409 out-of-stock");
        assertThat(order("retried", two(1, 1), "null", "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void twoHundredBuyersOfTenLoavesGetTen() throws Exception {
        UUID slot = street.slot(7);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int buyer = 0; buyer < 200; buyer++) {
            String key = "buyer-" + buyer;
            String at = buyer % 2 == 0 ? "\"" + slot + "\"" : "null";
            calls.add(() -> order(key, line(bread.variant(), 1), at, "{}").statusCode());
        }
        List<Integer> answers = together(calls);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(10);
        assertThat(answers).allMatch(status -> status == 201 || status == 409);
        assertThat(street.free(bread.unit())).isZero();
        assertThat(street.number("select count(*) from shop_order where commune_id = :commune", Map.of()))
                .isEqualTo(10);
        long brought = street.number(
                "select count(*) from shop_order where commune_id = :commune and slot_id is not null", Map.of());
        assertThat(get("slots").body()).contains("\"available\":" + (7 - brought));
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static String line(UUID variant, long quantity) {
        return "{\"variant\":\"" + variant + "\",\"quantity\":" + quantity + "}";
    }

    private String two(long loaves, long bottles) {
        return line(bread.variant(), loaves) + "," + line(beer.variant(), bottles);
    }

    private HttpResponse<String> order(String key, String lines, String slot, String legs) {
        return send(
                "orders",
                key,
                "{\"lines\":[" + lines + "],\"slot\":" + slot
                        + ",\"contact\":{\"name\":\"Ann\",\"email\":\"ann@example.org\"},\"legs\":" + legs + "}");
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body().replaceFirst("(?s).*\"code\":\"([a-z-]+)\".*", "$1");
    }

    private HttpResponse<String> get(String path) {
        return exchange(request(path).GET());
    }

    private HttpResponse<String> send(String path, @org.jspecify.annotations.Nullable String key, String body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return exchange(key == null ? request : request.header("Idempotency-Key", key));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/v1/communes/" + street.commune.slug() + "/" + path));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
