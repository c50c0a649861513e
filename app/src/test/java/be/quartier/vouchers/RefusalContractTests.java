package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.ledger.Actor;
import be.quartier.merchants.Tills;
import be.quartier.pages.Texts;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.TestCampaign.Open;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every refusal of a spend over HTTP: its status, its stable code, and a sentence of its own in each language. */
@QuartierTest
class RefusalContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestCampaign campaigns;
    private final Tills tills;
    private final VoucherDesk desk;
    private final Acceptances acceptances;
    private final Texts texts;
    private final Clock clock;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private Open open;
    private Voucher voucher;
    private String token;

    @Autowired
    RefusalContractTests(
            TestCampaign campaigns,
            Tills tills,
            VoucherDesk desk,
            Acceptances acceptances,
            Texts texts,
            Clock clock,
            @LocalServerPort int port) {
        this.campaigns = campaigns;
        this.tills = tills;
        this.desk = desk;
        this.acceptances = acceptances;
        this.texts = texts;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aTillAndAVoucher() {
        open = campaigns.open();
        voucher = open.issue(1).getFirst();
        token = till();
    }

    @AfterEach
    void nothingWasTaken() throws Exception {
        acceptances(true);
        open.sql(
                "update campaign set valid_from = :day, valid_until = :day, purchase_limit_cents = null"
                        + " where commune_id = :commune and id = :campaign",
                Map.of("day", Brussels.today(clock)));
        open.run(() -> desk.unblock(voucher.id(), "fin de l’essai", Actor.SYSTEM));
        assertThat(spend(open.token(voucher).text(), 100_00, Language.EN).statusCode())
                .as("the whole amount is still there")
                .isEqualTo(201);
    }

    @Test
    void aBlockedVoucherSaysSo() throws Exception {
        open.run(() -> desk.block(voucher.id(), "perdu", Actor.SYSTEM));
        refused(409, "voucher-blocked", 1_00);
    }

    @Test
    void aVoucherWhoseLastDayIsOverSaysSo() throws Exception {
        days(Brussels.today(clock).minusDays(1));
        refused(409, "voucher-expired", 1_00);
    }

    @Test
    void aVoucherWhoseFirstDayHasNotComeSaysSo() throws Exception {
        days(Brussels.today(clock).plusDays(1));
        refused(409, "voucher-not-yet-valid", 1_00);
    }

    @Test
    void aShopThatTakesNoPartIsTold() throws Exception {
        acceptances(false);
        refused(409, "merchant-not-accepted", 1_00);
    }

    @Test
    void aPurchaseAboveTheLimitIsTold() throws Exception {
        open.sql(
                "update campaign set purchase_limit_cents = 2000 where commune_id = :commune and id = :campaign",
                Map.of());
        refused(409, "limit-exceeded", 20_01);
    }

    @Test
    void tooLittleOnTheVoucherIsToldWithTheBalance() throws Exception {
        JsonNode last = refused(409, "insufficient-balance", 100_01);
        assertThat(last.get("balanceCents").asLong()).isEqualTo(100_00);
    }

    @Test
    void anUnknownVoucherIsNotFound() throws Exception {
        refused(404, "unknown-voucher", "0".repeat(26), 1_00);
    }

    @Test
    void anotherTillsKeyIsAnotherKeyAndShowsNothingOfIt() throws Exception {
        String text = open.token(voucher).text();
        HttpResponse<String> first = spend(text, 1_00, Language.EN, "one key", token);
        HttpResponse<String> other = spend(text, 1_00, Language.EN, "one key", till());
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(other.body()).get("id"))
                .isNotEqualTo(JSON.readTree(first.body()).get("id"));
        voucher = open.issue(1).getFirst();
    }

    private JsonNode refused(int status, String code, long cents) throws Exception {
        return refused(status, code, open.token(voucher).text(), cents);
    }

    private JsonNode refused(int status, String code, String text, long cents) throws Exception {
        Set<String> sentences = new HashSet<>();
        JsonNode problem = JSON.createObjectNode();
        for (Language language : Language.values()) {
            HttpResponse<String> answer = spend(text, cents, language);
            problem = JSON.readTree(answer.body());
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Language")).hasValue(language.code());
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("code").asString()).isEqualTo(code);
            assertThat(problem.get("detail").asString()).isEqualTo(texts.text(language, "vouchers.refusal." + code));
            sentences.add(problem.get("detail").asString());
        }
        assertThat(sentences).as("a sentence of its own in each language").hasSize(Language.values().length);
        return problem;
    }

    private void days(LocalDate only) {
        open.sql(
                "update campaign set valid_from = :day, valid_until = :day where commune_id = :commune and id = :campaign",
                Map.of("day", only));
    }

    private void acceptances(boolean wanted) {
        open.run(() -> {
            if (wanted) {
                acceptances.accept(open.campaign, open.merchant);
            } else {
                acceptances.end(open.campaign, open.merchant);
            }
        });
    }

    private String till() {
        return open.in(() -> tills.enrol(open.merchant, "Caisse", Optional.empty()))
                .token()
                .text();
    }

    private HttpResponse<String> spend(String text, long cents, Language language) throws Exception {
        return spend(text, cents, language, open.key(), token);
    }

    private HttpResponse<String> spend(String text, long cents, Language language, String key, String bearer)
            throws Exception {
        String body = "{\"voucher\":\"" + text + "\",\"amountCents\":" + cents + "}";
        return client.send(
                HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port + "/api/v1/communes/" + open.commune.slug() + "/spends"))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Accept-Language", language.code().toLowerCase(Locale.ROOT))
                        .header("Idempotency-Key", key.replace(' ', '-'))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
