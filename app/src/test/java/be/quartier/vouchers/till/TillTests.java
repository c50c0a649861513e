package be.quartier.vouchers.till;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.merchants.Applied;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Shops;
import be.quartier.merchants.Tills;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.OpenCampaignRow;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The till over HTTP, on a phone without JavaScript. */
@QuartierTest
class TillTests {

    @LocalServerPort
    int port;

    @Autowired
    TestCommunes communes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    CampaignBook book;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Accounts accounts;

    @Autowired
    Merchants merchants;

    @Autowired
    Tills tills;

    @Autowired
    Clock clock;

    private Commune commune;
    private UUID merchant;
    private Voucher voucher;
    private String code;
    private Phone phone;

    @BeforeEach
    void aShopWithAPairedPhoneAndAVoucherOfAHundredEuro() {
        commune = communes.fresh();
        UUID campaign = UUID.randomUUID();
        in(() -> openCampaign(campaign));
        merchant = in(() -> shopOf(campaign));
        voucher = in(() -> issued(campaign));
        code = in(() -> vouchers.typed(voucher).printed());
        phone = paired();
    }

    private UUID shopOf(UUID campaign) {
        UUID shop = ((Applied.Waiting) merchants.apply(Shops.numbered(7), Optional.empty())).merchant();
        merchants.accept(shop, Optional.empty());
        acceptances.accept(campaign, shop);
        return shop;
    }

    private Voucher issued(UUID campaign) {
        IssueOutcome outcome = vouchers.issueToBearer(campaign, 1, Actor.SYSTEM);
        return ((IssueOutcome.Issued) outcome).vouchers().getFirst();
    }

    private boolean openCampaign(UUID campaign) {
        LocalDate today = Brussels.today(clock);
        new OpenCampaignRow(campaign, 10_000_00, 100_00, today.minusDays(4), today.plusDays(40))
                .write(jdbc, transactions, book);
        return true;
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(commune.id(), work);
    }

    private Phone paired() {
        Phone fresh = new Phone(port, "/" + commune.slug() + "/till");
        String pairing = in(() -> tills.pairingCode(merchant, "Comptoir", Optional.empty()));
        fresh.post("/pair", Map.of("code", pairing.toLowerCase(java.util.Locale.ROOT), "pin", "4321"));
        return fresh;
    }

    private long balance() {
        return in(() -> accounts.guarded(voucher.id()).orElseThrow().balanceCents());
    }

    private void confirm(String amount) {
        phone.post("/code", Map.of("code", code));
        phone.post("/amount", Map.of("amount", amount));
    }

    @Test
    void aPhoneTakesPartOfAVoucherInThreePages() {
        assertThat(phone.page()).contains("Scanner le bon");
        phone.post("/code", Map.of("code", code));
        assertThat(phone.path()).endsWith("/till/amount");
        assertThat(phone.page()).contains("100,00\u00a0€");
        phone.post("/amount", Map.of("amount", "12,50"));
        assertThat(phone.page()).contains("Prendre 12,50\u00a0€", "Il restera 87,50\u00a0€");
        assertThat(balance()).isEqualTo(100_00);
        phone.post("/pay", Map.of());
        assertThat(phone.path()).contains("/till/receipts/");
        assertThat(phone.page()).contains("12,50\u00a0€</strong> pris", "Il reste 87,50\u00a0€");
        assertThat(balance()).isEqualTo(87_50);
        phone.get("/day");
        assertThat(phone.page()).contains("Un bon, total", "12,50\u00a0€");
    }

    @Test
    void theSamePaymentSentFiftyTimesAtOncePaysOnce() throws Exception {
        confirm("12,50");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = senders.invokeAll(IntStream.range(0, 50)
                    .<Callable<String>>mapToObj(
                            _ -> () -> phone.postBeside("/pay", Map.of()).uri().getPath())
                    .toList());
            assertThat(answers.stream().map(TillTests::result).distinct()).hasSize(1);
        }
        assertThat(balance()).isEqualTo(87_50);
    }

    @Test
    void aTicketThatPaidServesNoOtherAmount() {
        confirm("12,50");
        phone.post("/pay", Map.of());
        phone.get("/amount");
        phone.post("/amount", Map.of("amount", "30"));
        phone.post("/pay", Map.of());
        assertThat(phone.page()).contains("Refusé", "Ce scan a déjà servi");
        assertThat(balance()).isEqualTo(87_50);
    }

    @Test
    void tooMuchIsRefusedTheBalanceSaidAndWhatWasTypedKept() {
        confirm("100,01");
        assertThat(phone.page()).contains("Ce bon n’a plus que 100,00\u00a0€", "value=\"100,01\"");
        confirm("90");
        Map<String, String> ready = phone.hidden("/pay");
        Phone other = phone;
        phone = paired();
        confirm("20");
        phone.post("/pay", Map.of());
        assertThat(other.postBeside("/pay", ready).body()).contains("Refusé", "Ce bon n’a plus que 80,00\u00a0€");
        assertThat(balance()).isEqualTo(80_00);
    }

    @Test
    void aPaymentIsUndoneWithinTheMinuteAndOnlyOnce() {
        confirm("12,50");
        phone.post("/pay", Map.of());
        String undo = phone.path().substring(phone.path().indexOf("/receipts")) + "/undo";
        var form = phone.hidden(undo);
        phone.post(undo, Map.of());
        assertThat(phone.page()).contains("12,50\u00a0€</strong> rendu");
        phone.postBeside(undo, form);
        assertThat(balance()).isEqualTo(100_00);
    }

    @Test
    void aTicketIsWorthNothingOnAnotherTill() {
        confirm("12,50");
        var stolen = phone.hidden("/pay");
        Phone other = paired();
        other.get("");
        var own = other.hidden("/code");
        other.postBeside(
                "/pay",
                Map.of("ticket", stolen.get("ticket"), "amountCents", "1250", "_csrf", own.getOrDefault("_csrf", "")));
        assertThat(balance()).isEqualTo(100_00);
    }

    @Test
    void anIdleTillShowsNothingUntilItsNumberIsTyped() {
        phone.post("/code", Map.of("code", code));
        phone.forget("till-open");
        phone.get("/amount");
        assertThat(phone.page()).contains("Caisse verrouillée").doesNotContain("100,00");
        phone.post("/unlock", Map.of("pin", "1111"));
        assertThat(phone.page()).contains("Ce n’est pas le bon numéro").doesNotContain("value=\"1111\"");
        phone.post("/unlock", Map.of("pin", "4321"));
        assertThat(phone.path()).endsWith("/till/amount");
    }

    @Test
    void fiveWrongNumbersMakeTheTillWait() {
        phone.forget("till-open");
        phone.get("");
        for (int i = 0; i < 5; i++) {
            phone.post("/unlock", Map.of("pin", "000" + i));
        }
        phone.post("/unlock", Map.of("pin", "4321"));
        assertThat(phone.page()).contains("Trop d’essais");
    }

    @Test
    void thePhonesOwnCameraOpensTheAmount() {
        String token = in(() -> vouchers.token(voucher)).text();
        phone.get("/../b/" + token);
        assertThat(phone.path()).endsWith("/till/amount");
        assertThat(phone.page()).contains("100,00\u00a0€");
        Phone family = new Phone(port, "/" + commune.slug());
        family.get("/b/" + token);
        assertThat(family.path()).endsWith("/balance");
    }

    @Test
    void aRevokedTillIsAStrangerAtOnce() {
        in(() -> tills.of(merchant)).forEach(till -> in(() -> tills.revoke(merchant, till.id(), Optional.empty())));
        phone.get("/day");
        assertThat(phone.page()).contains("Faire de ce téléphone une caisse");
    }

    @Test
    void aWrongCodeIsRefusedInPlainWords() {
        phone.post("/code", Map.of("code", "ÉÉÉ"));
        assertThat(phone.page()).contains("Ce n’est pas le code d’un bon", "value=\"ÉÉÉ\"");
    }

    @Test
    void eachPageOfAPaymentWithoutJavaScriptWeighsLessThanTwentyKilobytes() throws IOException {
        String style = phone.page().replaceAll("(?s).*href=\"(/assets/quartier-[^\"]+)\".*", "$1");
        long styles = gzipped(new Phone(port, "").get(style).body());
        phone.post("/code", Map.of("code", code));
        assertThat(gzipped(phone.page()) + styles).isLessThan(20_000);
        phone.post("/amount", Map.of("amount", "12,50"));
        assertThat(gzipped(phone.page()) + styles).isLessThan(20_000);
        phone.post("/pay", Map.of());
        assertThat(gzipped(phone.page()) + styles).isLessThan(20_000);
    }

    private static long gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static String result(java.util.concurrent.Future<String> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
