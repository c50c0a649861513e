package be.quartier.vouchers.closing;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Actor;
import be.quartier.pages.Texts;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherDesk;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.OpenedCampaigns;
import be.quartier.vouchers.live.Live;
import be.quartier.vouchers.live.web.Labels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of a campaign. */
@QuartierTest
class ClosingTests {

    private static final long BUDGET_CENTS = 100_000_00;

    @Autowired
    TestCommunes communes;

    @Autowired
    OpenedCampaigns opened;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Vouchers vouchers;

    @Autowired
    VoucherDesk desk;

    @Autowired
    Spends spends;

    @Autowired
    CampaignBook book;

    @Autowired
    Closings closings;

    @Autowired
    Live live;

    @Autowired
    Labels labels;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Commune commune;
    private UUID campaign;
    private final UUID shop = UUID.randomUUID();

    @BeforeEach
    void begin() {
        commune = communes.fresh();
        campaign = in(() -> opened.open(BUDGET_CENTS));
        Tenancy.run(commune.id(), () -> acceptances.accept(campaign, shop));
    }

    @Test
    void whatIsLeftReturnsAndTheCampaignClosesWhoeverRunsTheRound() throws Exception {
        var issued = issue(30);
        spend(issued.getFirst(), 40_00);
        assertThat(in(closings::round)).isZero();
        lastDayWas(LocalDate.of(2020, 1, 1));
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var rounds = IntStream.range(0, 4)
                    .mapToObj(node -> nodes.submit(() -> in(closings::round)))
                    .toList();
            int closed = 0;
            for (var round : rounds) {
                closed += round.get();
            }
            assertThat(closed).isEqualTo(1);
        }
        assertThat(found().state()).isEqualTo(CampaignState.CLOSED);
        assertThat(in(() -> book.availableCents(campaign))).isEqualTo(BUDGET_CENTS - 40_00);
        assertThat(in(() -> campaigns.history(campaign)).getFirst().actor()).isEmpty();
        var totals = in(() -> live.look(found())).totals();
        assertThat(totals.leftCents()).isZero();
        assertThat(totals.returnedCents()).isEqualTo(30 * 100_00 - 40_00);
    }

    @Test
    void aVoucherWithALaterDayOfItsOwnKeepsTheCampaignOpen() {
        var issued = issue(2);
        lastDayWas(LocalDate.of(2020, 1, 1));
        in(() ->
                desk.extend(issued.getFirst().id(), LocalDate.of(2199, 1, 1), "a long stay in hospital", Actor.SYSTEM));
        assertThat(in(closings::round)).isZero();
        assertThat(found().state()).isEqualTo(CampaignState.OPEN);
    }

    @Test
    void theReportOfTheSameAccountsHasTheSameBytes() {
        var issued = issue(12);
        issued.forEach(voucher -> spend(voucher, 7_50));
        for (var language : Language.values()) {
            var pdf = in(() -> report(language).pdf(commune));
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            assertThat(in(() -> report(language).pdf(commune))).isEqualTo(pdf);
            assertThat(in(() -> report(language).csv()))
                    .isEqualTo(in(() -> report(language).csv()));
        }
        var csv = new String(in(() -> report(Language.EN).csv()), StandardCharsets.UTF_8);
        assertThat(csv).contains("All;;12;12;90,00");
        spend(issued.getFirst(), 1_00);
        assertThat(new String(in(() -> report(Language.EN).csv()), StandardCharsets.UTF_8))
                .contains("91,00");
    }

    @Test
    void openFiguresHideWhoeverIsFew() {
        var issued = issue(6);
        spend(issued.getFirst(), 7_50);
        var data = in(() -> new OpenData(found(), live.look(found()), labels.plain(texts, Language.FR)));
        var csv = new String(in(data::csv), StandardCharsets.UTF_8);
        assertThat(csv).contains("all,,,6,1,750").contains("shop," + shop + ",?,,,");
        assertThat(new String(in(() -> data.json(commune)), StandardCharsets.UTF_8))
                .contains("\"smallestGroup\": 5");
    }

    private YearReport report(Language language) {
        return in(() -> new YearReport(texts, language, found(), live.look(found()), labels.plain(texts, language)));
    }

    private Campaign found() {
        return in(() -> campaigns.find(campaign)).orElseThrow();
    }

    private void lastDayWas(LocalDate day) {
        Tenancy.run(
                commune.id(),
                () -> transactions.executeWithoutResult(status -> jdbc.sql(
                                "update campaign set valid_from = ?, valid_until = ? where commune_id = ? and id = ?")
                        .params(day, day, commune.id().value(), campaign)
                        .update()));
    }

    private List<Voucher> issue(int count) {
        return ((IssueOutcome.Issued) in(() -> vouchers.issueToBearer(campaign, count, Actor.SYSTEM))).vouchers();
    }

    private void spend(Voucher voucher, long cents) {
        var token = in(() -> vouchers.token(voucher));
        var key = UUID.randomUUID().toString();
        in(() -> spends.spend(new Spend(token, cents, shop, UUID.randomUUID(), key)));
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(commune.id(), work);
    }
}
