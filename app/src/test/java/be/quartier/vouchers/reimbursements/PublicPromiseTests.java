package be.quartier.vouchers.reimbursements;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.installation.InstallationClock;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.reimbursements.PayingTown.Town;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What everybody is told of the promise of ten days. */
@QuartierTest
class PublicPromiseTests {

    private static final Map<String, String> NOT_YET = Map.of(
            "fr", "le chiffre paraîtra ensuite",
            "nl", "het cijfer komt er daarna",
            "de", "Die Zahl erscheint danach",
            "en", "the figure will appear after that");

    @LocalServerPort
    private int port;

    @Autowired
    private PayingTown towns;

    @Autowired
    private Reimbursements reimbursements;

    @Autowired
    private Releases releases;

    @Autowired
    private InstallationClock clock;

    @Test
    void thePublicPageSaysHowManyPurchasesWerePaidInTime() throws Exception {
        Town town = towns.with(1, 7);
        pay(town, 5, 10);
        pay(town, 2, 11);
        for (String language : NOT_YET.keySet()) {
            assertThat(page(town, language))
                    .as(language)
                    .containsPattern("71[\\u00a0]?%")
                    .containsPattern("5[^0-9]{1,30}7")
                    .doesNotContain(NOT_YET.get(language));
        }
    }

    @Test
    void whatIsUnpaidAfterTenDaysCountsAsLateWhetherOrNotARunHoldsIt() {
        Town town = towns.with(2, 8);
        pay(town, 4, 3);
        for (int bon = 4; bon < 8; bon++) {
            town.spend(1, bon, 10_00);
        }
        assertThat(after(town, 10)).as("the promise still holds").contains(new OnTime(4, 4));
        assertThat(after(town, 11)).contains(new OnTime(8, 4));
        town.in(() -> reimbursements.propose(town.campaign, new UUID(3, 1), "Ana"));
        assertThat(after(town, 10)).contains(new OnTime(4, 4));
        assertThat(after(town, 11)).as("a run that pays nobody").contains(new OnTime(8, 4));
    }

    @Test
    void aShopThatIsOwedNothingWaitsForNothing() {
        Town town = towns.with(1, 1);
        UUID spent = town.spend(0, 0, 10_00);
        town.refund(0, spent, 10_00);
        assertThat(after(town, 30)).isEmpty();
    }

    private Optional<OnTime> after(Town town, int days) {
        var then = clock.instant().plus(Duration.ofDays(days));
        return clock.at(then, () -> town.in(() -> reimbursements.onTime(town.campaign)));
    }

    @Test
    void beforeFivePurchasesArePaidItSaysSoInsteadOfAFigure() throws Exception {
        Town town = towns.with(1, 4);
        pay(town, 4, 1);
        for (String language : NOT_YET.keySet()) {
            assertThat(page(town, language)).as(language).contains(NOT_YET.get(language));
        }
    }

    @Test
    void oneLatePaymentAmongManyIsNeverRoundedUpToAll() {
        assertThat(new OnTime(1_000, 999).percent()).isEqualTo(99);
        assertThat(new OnTime(1_000, 1_000).percent()).isEqualTo(100);
        assertThat(new OnTime(0, 0).percent()).isZero();
    }

    /** Spends that often, and pays it all that many days later. */
    private void pay(Town town, int purchases, int days) {
        for (int bon = 0; bon < purchases; bon++) {
            town.spend(0, bon, 10_00);
        }
        town.in(() -> {
            Run run = ((Proposed.Waiting) reimbursements.propose(town.campaign, new UUID(3, 1), "Ana")).run();
            assertThat(reimbursements.approve(run.id(), new UUID(3, 2), "Bea")).isInstanceOf(Act.Done.class);
            assertThat(releases.release(run.id(), new UUID(3, 3))).isInstanceOf(Act.Done.class);
            var then = clock.instant().plus(Duration.ofDays(days));
            var paid = clock.at(then, () -> releases.execute(run.id(), Brussels.today(clock), new UUID(3, 3)));
            assertThat(paid).isInstanceOf(Act.Done.class);
            return run;
        });
    }

    private String page(Town town, String language) throws Exception {
        var address = URI.create("http://localhost:" + port + "/testcommune-" + town.commune.value() + "/vouchers");
        var request = HttpRequest.newBuilder(address)
                .header("Accept-Language", language)
                .header("Accept", "text/html")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
