package be.quartier.vouchers.family;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import be.quartier.installation.InstallationClock;
import be.quartier.messaging.Outbox;
import be.quartier.messaging.OutgoingMessage;
import be.quartier.messaging.delivery.Unsubscribing;
import be.quartier.people.EmailAddress;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherDesk;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.letters.LetterTown;
import be.quartier.vouchers.letters.LetterTown.Town;
import be.quartier.vouchers.reminders.ReminderPlan;
import be.quartier.vouchers.reminders.Reminders;
import be.quartier.vouchers.till.Phone;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reminders of money left: asked for on the balance page, three at most, none when nothing is left or wanted. */
@QuartierTest
class RemindersTests {

    private static final int DAYS_LEFT = 90;

    @LocalServerPort
    int port;

    @Autowired
    LetterTown towns;

    @Autowired
    Reminders reminders;

    @Autowired
    Vouchers vouchers;

    @Autowired
    VoucherDesk desk;

    @Autowired
    Unsubscribing unsubscribing;

    @Autowired
    Outbox outbox;

    @Autowired
    InstallationClock clock;

    private Town town;
    private Voucher voucher;
    private Phone phone;

    @BeforeEach
    void aFamilyAsksToBeReminded() {
        town = towns.open();
        voucher = town.household("fr", "Rue Haute", "12", false, "Ana").getFirst();
        phone = new Phone(port, "/" + town.commune.slug());
        phone.get("/b/" + town.in(() -> vouchers.token(voucher)).text());
        phone.post("/balance/reminder", Map.of("mail", "ana" + town.commune.id().value() + "@example.org"));
        assertThat(phone.page()).contains("C’est noté");
    }

    @Test
    void threeRemindersLeaveOnTheirDaysAndNoFourth() {
        assertThat(round(DAYS_LEFT - 31)).isZero();
        assertThat(round(DAYS_LEFT - 30)).isEqualTo(1);
        assertThat(round(DAYS_LEFT - 30)).as("asked again on the same day").isZero();
        assertThat(round(DAYS_LEFT - 20)).isZero();
        assertThat(round(DAYS_LEFT - 14)).isEqualTo(1);
        assertThat(round(DAYS_LEFT - 2)).as("a day late after a stop").isEqualTo(1);
        assertThat(round(DAYS_LEFT)).isZero();
        assertThat(mails()).hasSize(3).allSatisfy(mail -> {
            assertThat(mail.template()).isEqualTo("vouchers/reminder");
            assertThat(mail.text()).contains("100,00").doesNotContain("/b/");
        });
        assertThat(round(DAYS_LEFT + 1)).isZero();
        town.in(() -> reminders.round());
    }

    @Test
    void nothingLeftMeansNoReminder() {
        town.in(() -> desk.cancel(voucher.id(), "spent elsewhere", be.quartier.ledger.Actor.SYSTEM));
        assertThat(round(DAYS_LEFT - 30)).isZero();
    }

    @Test
    void anotherLastDayMovesTheReminders() {
        assertThat(round(DAYS_LEFT - 30)).isEqualTo(1);
        LocalDate later = voucher.validUntil().plusDays(60);
        town.in(() -> desk.extend(voucher.id(), later, "council decision", be.quartier.ledger.Actor.SYSTEM));
        assertThat(round(DAYS_LEFT - 14)).isZero();
        assertThat(round(DAYS_LEFT + 60 - 30)).isEqualTo(1);
        assertThat(mails().getFirst().text()).contains(Integer.toString(later.getYear()));
    }

    @Test
    void oneClickEndsThemAndTheFamilyCanTakeThatBack() throws Exception {
        assertThat(round(DAYS_LEFT - 30)).isEqualTo(1);
        String address = unsubscribing.address(town.commune, mails().getFirst().id());
        String path = URI.create(address).getPath();
        String page = path.substring(town.commune.slug().length() + 1);
        assertThat(phone.get(page).body()).contains("Ne plus recevoir de rappels");
        HttpResponse<String> oneClick = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(oneClick.statusCode()).isEqualTo(303);
        assertThat(phone.get(page).body()).contains("ne vous envoie plus de rappels");
        assertThat(round(DAYS_LEFT - 14)).isZero();
        phone.post(page + "/again", Map.of());
        assertThat(phone.page()).contains("Ne plus recevoir de rappels");
        assertThat(phone.get(page + "x").statusCode()).isEqualTo(404);
        town.in(() -> reminders.remember(
                voucher.id(), new EmailAddress("ana" + town.commune.id().value() + "@example.org"), Language.FR));
        assertThat(round(DAYS_LEFT - 3)).isEqualTo(1);
    }

    @Test
    void fiftyOfTheSameAddressAreOneAndAVoucherHasThreeAtMost() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> town.in(
                            () -> reminders.remember(voucher.id(), new EmailAddress("papa@example.org"), Language.NL))))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(town.in(() -> reminders.remember(voucher.id(), new EmailAddress("mama@example.org"), Language.NL)))
                .isTrue();
        assertThat(town.in(() -> reminders.remember(voucher.id(), new EmailAddress("oma@example.org"), Language.NL)))
                .isFalse();
        assertThat(round(DAYS_LEFT - 30)).isEqualTo(3);
    }

    @Test
    void whoAsksLateIsNotRemindedOfDaysGoneBy() {
        ReminderPlan plan = ReminderPlan.from(30);
        LocalDate last = LocalDate.of(2026, 12, 31);
        assertThat(plan.days()).isEqualTo(List.of(30, 14, 3));
        assertThat(plan.today(last.minusDays(10), last, last.minusDays(12))).isEmpty();
        assertThat(plan.today(last.minusDays(3), last, last.minusDays(12))).hasValue(3);
        assertThat(ReminderPlan.from(7).days()).isEqualTo(List.of(7, 3));
        assertThat(ReminderPlan.from(0).days()).isEmpty();
    }

    private int round(int days) {
        return clock.at(clock.instant().plus(Duration.ofDays(days)), () -> town.in(reminders::round));
    }

    private List<OutgoingMessage> mails() {
        return town.in(() -> outbox.newest(Optional.empty(), Outbox.PAGE_MAX));
    }
}
