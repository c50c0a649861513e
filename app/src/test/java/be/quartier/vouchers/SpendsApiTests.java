package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.merchants.Tills;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.TestCampaign.Open;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The spends API over real HTTP, as its contract says. */
@QuartierTest
class SpendsApiTests {

    private static final int KEYS = Integer.getInteger("quartier.spends.keys", 200);
    private static final int REPEATS_MAX = Integer.getInteger("quartier.spends.repeats", 40);

    @Autowired
    TestCampaign campaigns;

    @Autowired
    Tills tills;

    @Autowired
    Vouchers vouchers;

    @LocalServerPort
    int port;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Open open;
    private Voucher voucher;
    private String token;

    @BeforeEach
    void aTillAndAVoucher() {
        open = campaigns.open();
        voucher = open.issue(1).getFirst();
        token = open.in(() -> tills.enrol(open.merchant, "Caisse 1", Optional.empty()))
                .token()
                .text();
    }

    @Test
    void aSpendIsAnsweredWithItsReceipt() {
        HttpResponse<String> answer = spend("k1", body(voucher, "1250"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.body())
                .matches(
                        "\\{\"id\":\"[0-9a-f-]{36}\",\"amountCents\":1250,\"balanceCents\":8750,"
                                + "\"at\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z\",\"receipt\":\"[0-9A-Z-]{14}\"}");
    }

    @Test
    void tooMuchIsRefusedWithTheBalanceAndASentenceInTheCallersLanguage() {
        HttpResponse<String> answer = spend("k1", body(voucher, "10001"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"insufficient-balance\"", "\"balanceCents\":10000", "Neem ten hoogste het saldo");
    }

    @ParameterizedTest
    @CsvSource({
        "-1,422,amount-out-of-range",
        "0,422,amount-out-of-range",
        "1000000000000000000,422,amount-out-of-range",
        "99999999999999999999999999,422,amount-out-of-range",
        "1e18,400,invalid-amount",
        "1.5,400,invalid-amount",
        "'\"12\"',400,invalid-amount",
        "NaN,400,invalid-body",
        "null,400,invalid-amount",
        "'[1]',400,invalid-amount",
        "'１００',400,invalid-body"
    })
    void anAmountThatIsNoneHasItsOwnCode(String amount, int status, String code) {
        HttpResponse<String> answer = spend("k1", body(voucher, amount));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void whatIsMissingIsNamed() {
        String text = open.token(voucher).text();
        assertThat(spend("k", "{\"voucher\":\"" + text + "\"}").body()).contains("invalid-amount");
        assertThat(spend("k", "{\"amountCents\":100}").body()).contains("invalid-voucher");
        assertThat(spend("k", "{\"voucher\":12,\"amountCents\":100}").body()).contains("invalid-voucher");
        assertThat(spend("k", "").body()).contains("invalid-body");
        assertThat(spend("k", "[]").body()).contains("invalid-body");
        assertThat(spend("k", "{\"voucher\":\"x\",\"amountCents\":1}{}").body()).contains("invalid-body");
        assertThat(spend("k", "{\"voucher\":\"" + "x".repeat(5_000) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(spend(null, body(voucher, "100")).body()).contains("idempotency-key-missing");
        HttpResponse<String> longKey = spend("k".repeat(1_000), body(voucher, "100"));
        assertThat(longKey.statusCode()).isEqualTo(400);
        assertThat(longKey.body()).contains("idempotency-key-invalid");
    }

    @Test
    void unknownVouchersCommunesAndTokensAreToldApart() {
        HttpResponse<String> unknown = spend("k", "{\"voucher\":\"" + "0".repeat(26) + "\",\"amountCents\":100}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("unknown-voucher");
        assertThat(send("/api/v1/communes/nowhere/spends", "k", token, body(voucher, "100"))
                        .statusCode())
                .isIn(401, 404);
        assertThat(send(path(), "k", "0".repeat(26), body(voucher, "100")).statusCode())
                .isEqualTo(401);
        Open elsewhere = campaigns.open();
        assertThat(send("/api/v1/communes/" + elsewhere.commune.slug() + "/spends", "k", token, body(voucher, "100"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theFourIdempotencyCasesHold() {
        HttpResponse<String> first = spend("same", body(voucher, "1000"));
        HttpResponse<String> otherAmount = spend("same", body(voucher, "1001"));
        assertThat(otherAmount.statusCode()).isEqualTo(422);
        assertThat(otherAmount.body()).contains("idempotency-key-reused");
        Voucher another = open.issue(1).getFirst();
        HttpResponse<String> otherVoucher = spend("same", body(another, "1000"));
        assertThat(otherVoucher.statusCode()).isEqualTo(422);
        assertThat(otherVoucher.body()).doesNotContain(id(first));
        assertThat(spend("retried", body(voucher, "9001")).statusCode()).isEqualTo(409);
        assertThat(spend("retried", body(voucher, "9000")).statusCode()).isEqualTo(201);
        assertThat(spend("same", body(voucher, "1000")).body()).isEqualTo(first.body());
    }

    @Test
    void refundsAreMadeOnceAndWithinWhatWasTaken() {
        String spent = id(spend("k1", body(voucher, "1000")));
        HttpResponse<String> refund = send(path() + "/" + spent + "/refunds", "r1", token, "{\"amountCents\":400}");
        assertThat(refund.statusCode()).isEqualTo(201);
        assertThat(refund.body()).contains("\"amountCents\":400,\"balanceCents\":9400");
        assertThat(send(path() + "/" + spent + "/refunds", "r1", token, "{\"amountCents\":400}")
                        .body())
                .isEqualTo(refund.body());
        assertThat(send(path() + "/" + spent + "/refunds", "r2", token, "{\"amountCents\":601}")
                        .body())
                .contains("refund-too-large");
        assertThat(send(path() + "/nonsense/refunds", "r3", token, "{\"amountCents\":1}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(path() + "/" + spent + "/refunds", "k1", token, "{\"amountCents\":400}")
                        .body())
                .contains("idempotency-key-reused");
    }

    @Test
    void theBalanceIsAskedWithTheCodeInAHeader() {
        spend("k1", body(voucher, "1000"));
        assertThat(balance(open.token(voucher).text(), Optional.empty()).body()).contains("\"balanceCents\":9000");
        String typed = open.in(() -> vouchers.typed(voucher)).printed();
        assertThat(balance(typed, Optional.of(token)).body()).contains("\"balanceCents\":9000");
        assertThat(balance(typed, Optional.empty()).statusCode()).isEqualTo(404);
        assertThat(balance("0".repeat(26), Optional.of(token)).statusCode()).isEqualTo(404);
    }

    @Test
    void aKeySentManyTimesAtOnceMakesOneEntryAndIdenticalAnswers() throws Exception {
        List<Voucher> many = open.issue(KEYS);
        Random random = new Random(5);
        List<Callable<String>> calls = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            String name = "replayed-" + key;
            String body = body(many.get(key), "100");
            int times = random.nextInt(1, REPEATS_MAX + 1);
            for (int time = 0; time < times; time++) {
                calls.add(() -> name + " " + spend(name, body).body());
            }
        }
        Collections.shuffle(calls, random);
        Set<String> answers = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            for (Future<String> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(KEYS).allMatch(answer -> answer.contains("\"balanceCents\":9900"));
    }

    private String path() {
        return "/api/v1/communes/" + open.commune.slug() + "/spends";
    }

    private String body(Voucher of, String amount) {
        return "{\"voucher\":\"HTTPS://QUARTIER.EXAMPLE/X/B/" + open.token(of).text() + "\",\"amountCents\":" + amount
                + "}";
    }

    private HttpResponse<String> spend(@org.jspecify.annotations.Nullable String key, String body) {
        return send(path(), key, token, body);
    }

    private HttpResponse<String> send(
            String path, @org.jspecify.annotations.Nullable String key, String bearer, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "nl-BE")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.build());
    }

    private HttpResponse<String> balance(String code, Optional<String> bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + "/api/v1/communes/" + open.commune.slug() + "/vouchers/balance"))
                .header("Voucher-Code", code);
        bearer.ifPresent(till -> request.header("Authorization", "Bearer " + till));
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String id(HttpResponse<String> answer) {
        return answer.body().substring(7, 43);
    }
}
