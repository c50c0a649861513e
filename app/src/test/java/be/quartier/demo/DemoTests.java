package be.quartier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.Quartier;
import be.quartier.commune.Commune;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.demo.fill.FillProgress;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.merchants.Merchants;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.shop.feeds.FeedChecker;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.proof.ProofReview;
import be.quartier.vouchers.proof.ProofState;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** An empty database becomes the demonstration, and its pages do for scripts what CONTRACT says. */
@SpringBootTest(
        classes = Quartier.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"quartier.demo.motion=false", "quartier.texts.strict=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext
class DemoTests {

    @LocalServerPort
    private int port;

    @Autowired
    private FillProgress progress;

    @Autowired
    private Communes communes;

    @Autowired
    private Merchants merchants;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private ProofReview proofs;

    @Autowired
    private Vouchers vouchers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Messages messages;

    @Autowired
    private PlatformTransactionManager manager;

    @DynamicPropertySource
    static void freshFolder(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Path.of("target", "demo-installation");
        FileSystemUtils.deleteRecursively(folder);
        registry.add("quartier.data", folder::toString);
    }

    @BeforeAll
    void waitUntilFilled() throws InterruptedException {
        for (int i = 0;
                i < 3_000 && !progress.seen().complete() && !progress.seen().failed();
                i++) {
            Thread.sleep(100);
        }
        assertThat(progress.seen().failed()).isFalse();
        assertThat(progress.seen().complete()).isTrue();
    }

    @Test
    void eachCommuneHasShopsThatTakePartAndOneThatWaits() {
        for (Commune commune : communes.all()) {
            Tenancy.run(commune.id(), () -> {
                assertThat(merchants.accepted()).hasSizeGreaterThan(12);
                assertThat(merchants.in(be.quartier.merchants.MerchantState.APPLIED))
                        .hasSize(1);
            });
        }
    }

    @Test
    void eachCommuneHasAnApplicationInEveryStateAndARegulationToDownload() {
        for (Commune commune : communes.all()) {
            Tenancy.run(commune.id(), () -> {
                for (ProofState state : ProofState.values()) {
                    if (state != ProofState.UNCONFIRMED) {
                        assertThat(proofs.in(List.of(state), 10))
                                .as(state.code())
                                .isNotEmpty();
                    }
                }
                assertThat(campaigns.all())
                        .allSatisfy(campaign ->
                                assertThat(campaigns.regulation(campaign.id())).isPresent());
            });
        }
    }

    @Test
    void eachCommuneHasAnOpenCampaignWithPurchasesAndOneThatIsOver() {
        for (Commune commune : communes.all()) {
            Tenancy.run(commune.id(), () -> {
                Set<CampaignState> states =
                        campaigns.all().stream().map(Campaign::state).collect(Collectors.toSet());
                assertThat(states).contains(CampaignState.OPEN, CampaignState.CLOSED);
                for (Campaign campaign : campaigns.all()) {
                    assertThat(spentCents(campaign.id())).as(campaign.name()).isPositive();
                }
            });
        }
    }

    private long spentCents(UUID campaign) {
        return accounts.sumCents(
                campaign, Set.of(AccountKind.MERCHANT_PAYABLE, AccountKind.IN_BANK_FILE, AccountKind.PAID));
    }

    @Test
    void theStageNamesRegionCommunesAndRoles() throws Exception {
        JsonNode stage = json(get("/demo", "application/json"));
        assertThat(stage.get("region").asString()).isNotBlank();
        assertThat(stage.get("communes")).hasSize(2);
        assertThat(stage.get("roles")).hasSize(Role.values().length);
        for (String language : List.of("fr", "nl", "de", "en")) {
            HttpResponse<String> page = new DemoSite(port).get("/demo", "text/html", language);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<html lang=\"" + language + "\"").contains("sign-in");
        }
    }

    @Test
    void oneClickSignsInAsEveryRoleOfEveryCommune() throws Exception {
        for (Commune commune : communes.all()) {
            for (Role role : Role.values()) {
                HttpResponse<String> answer = post("/demo/sign-in", "commune=" + commune.slug() + "&as=" + role.code());
                assertThat(answer.statusCode()).as(role.code()).isEqualTo(303);
                assertThat(answer.headers().firstValue("Set-Cookie"))
                        .as(role.code())
                        .isPresent();
            }
        }
        assertThat(post("/demo/sign-in", "commune=atlantis&as=admin").statusCode())
                .isEqualTo(404);
        assertThat(post("/demo/sign-in", "commune=marvanches&as=king").statusCode())
                .isEqualTo(422);
        HttpResponse<String> away = post("/demo/sign-in", "commune=marvanches&as=admin&to=//evil.example");
        assertThat(away.headers().firstValue("Location")).hasValue("/marvanches");
    }

    @Test
    void tillsAndVouchersAreMadeForScripts() throws Exception {
        assertThat(json(post("/demo/tills", "commune=tilleroy")).get("token").asString())
                .hasSize(26);
        JsonNode made = json(post("/demo/vouchers", "commune=tilleroy&count=3")).get("vouchers");
        assertThat(made).hasSize(3);
        Commune commune = communes.bySlug("tilleroy").orElseThrow();
        long balance = Tenancy.in(
                commune.id(),
                () -> vouchers.find(be.quartier.vouchers.VoucherCode.parse(
                                made.get(0).asString()))
                        .flatMap(voucher -> accounts.guarded(voucher.id()))
                        .orElseThrow()
                        .balanceCents());
        assertThat(balance).isEqualTo(10_000);
        assertThat(post("/demo/vouchers", "commune=tilleroy&count=0").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theClockMovesOnAndNeverBack() throws Exception {
        assertThat(post("/demo/clock", "now=2001-01-01T00:00:00Z").statusCode()).isEqualTo(409);
        assertThat(post("/demo/clock", "now=soon").statusCode()).isEqualTo(422);
    }

    @Test
    void aMailThatLeftIsReadableInTheOutbox() throws Exception {
        Commune commune = communes.bySlug("marvanches").orElseThrow();
        Tenancy.run(
                commune.id(),
                () -> new TransactionTemplate(manager)
                        .executeWithoutResult(status -> messages.send(
                                commune.id(),
                                new Recipient.Mail("lea@marvanches.example"),
                                Language.FR,
                                "testing/notice",
                                Map.of("what", "Fête des voisins"),
                                "demo-test")));
        JsonNode seen = mail("Avis : Fête des voisins");
        for (int i = 0; i < 100 && !seen.path("state").asString("").equals("sent"); i++) {
            Thread.sleep(100);
            seen = mail("Avis : Fête des voisins");
        }
        assertThat(seen.path("state").asString("")).isEqualTo("sent");
        String path = "/demo/outbox/marvanches/" + seen.get("id").asString();
        assertThat(get(path, "text/html").body()).contains("Fête des voisins, dit la commune.");
        assertThat(get("/demo/outbox?channel=sms", "text/html").statusCode()).isEqualTo(200);
    }

    /** The newest mail with this subject; nothing when none left: the town goes on writing meanwhile. */
    private JsonNode mail(String subject) throws Exception {
        JsonNode messages =
                json(get("/demo/outbox?channel=mail", "application/json")).get("messages");
        for (JsonNode message : messages) {
            if (message.get("subject").asString().equals(subject)) {
                return message;
            }
        }
        return messages.path(messages.size());
    }

    @Test
    void theExtractOfEachCommuneCanBeDownloaded() throws Exception {
        assertThat(get("/demo/registry/marvanches.csv", "*/*").body()).contains("NISS;NOM;PRENOM");
        assertThat(get("/demo/registry/atlantis.csv", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void theShopsHaveOrdersOfEveryKindAndGoOn(@Autowired ApplicationContext context) {
        communes.all()
                .forEach(commune -> Tenancy.run(
                        commune.id(),
                        () -> new DemoOrders(context).areOfEveryKind().moveOn(commune.slug())));
    }

    @Test
    void everyArticleOnSaleWouldBeTakenByMetaAndByGoogle() throws Exception {
        for (String town : List.of("marvanches", "tilleroy")) {
            var meta =
                    FeedChecker.meta(get("/" + town + "/shop/meta.csv", "*/*").body());
            var google = FeedChecker.google(
                    get("/" + town + "/shop/google.xml", "*/*").body());
            assertThat(meta.faults()).isEmpty();
            assertThat(google.faults()).isEmpty();
            assertThat(meta.items()).isEqualTo(google.items()).isGreaterThan(80);
        }
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return new DemoSite(port).get(path, accept);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return new DemoSite(port).post(path, body);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return DemoSite.json(answer);
    }
}
