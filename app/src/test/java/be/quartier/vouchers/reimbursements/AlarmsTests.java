package be.quartier.vouchers.reimbursements;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.installation.InstallationClock;
import be.quartier.messaging.Outbox;
import be.quartier.messaging.OutgoingMessage;
import be.quartier.pages.Formats;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.AuditLine;
import be.quartier.people.AuditQuery;
import be.quartier.people.AuditTrail;
import be.quartier.people.EmailAddress;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.reimbursements.PayingTown.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The warning on the seventh day: when it comes, to whom, how often and in which language. */
@QuartierTest
class AlarmsTests {

    @Autowired
    private PayingTown towns;

    @Autowired
    private Alarms alarms;

    @Autowired
    private Reimbursements reimbursements;

    @Autowired
    private Releases releases;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Roles roles;

    @Autowired
    private InstallationClock clock;

    @Test
    void financeIsWarnedOnTheSeventhDayAndNotOnTheSixth() {
        Town town = towns.with(2, 1);
        town.spend(0, 0, 12_34);
        town.spend(1, 0, 1);
        finance(town, "ana", Language.FR);
        assertThat(round(town, 6)).isZero();
        assertThat(round(town, 7)).isEqualTo(1);
        OutgoingMessage mail = mails(town).getFirst();
        assertThat(mail.recipient()).isEqualTo(address(town, "ana"));
        assertThat(mail.text())
                .contains(Formats.of(Language.FR).euros(12_35))
                .contains("Nombre de commerces : 2")
                .contains(Formats.of(Language.FR).date(Brussels.today(clock).plusDays(Claim.DAYS_PROMISED)))
                .contains("/testcommune-" + town.commune.value() + "/vouchers/reimbursements");
        assertThat(lines(town)).singleElement().satisfies(line -> {
            assertThat(line.subject()).isEqualTo("campaign:" + town.campaign);
            assertThat(line.details())
                    .containsEntry("shops", "2")
                    .containsEntry("cents", "1235")
                    .containsEntry("mails", "1");
        });
    }

    @Test
    void everyoneInFinanceIsWarnedOnceADayInTheirLanguage() {
        Town town = towns.with(1, 1);
        town.spend(0, 0, 10_00);
        for (Language language : Language.values()) {
            finance(town, language.code(), language);
        }
        assertThat(round(town, 7)).isEqualTo(4);
        assertThat(round(town, 7)).as("asked again on the same day").isZero();
        assertThat(lines(town)).hasSize(1);
        assertThat(mails(town)).extracting(OutgoingMessage::language).containsExactlyInAnyOrder(Language.values());
        assertThat(mails(town)).extracting(OutgoingMessage::subject).doesNotHaveDuplicates();
        assertThat(round(town, 8)).as("the next day").isEqualTo(4);
    }

    @Test
    void tenNodesThatAskAtOnceWriteOneMail() throws Exception {
        Town town = towns.with(1, 1);
        town.spend(0, 0, 10_00);
        finance(town, "ana", Language.NL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = IntStream.range(0, 10)
                    .mapToObj(node -> threads.submit(() -> round(town, 7)))
                    .toList();
            int written = 0;
            for (var node : nodes) {
                written += node.get();
            }
            assertThat(written).isEqualTo(1);
        }
        assertThat(mails(town)).hasSize(1);
        assertThat(lines(town)).hasSize(1);
    }

    @Test
    void aRunThatWaitsForSignaturesStillWarnsAndAReleasedOneDoesNot() {
        Town town = towns.with(1, 1);
        town.spend(0, 0, 10_00);
        finance(town, "ana", Language.DE);
        Run run =
                ((Proposed.Waiting) town.in(() -> reimbursements.propose(town.campaign, new UUID(3, 1), "Ana"))).run();
        assertThat(round(town, 7)).as("proposed").isEqualTo(1);
        town.in(() -> reimbursements.approve(run.id(), new UUID(3, 2), "Bea"));
        assertThat(round(town, 8)).as("signed").isEqualTo(1);
        assertThat(town.in(() -> releases.release(run.id(), new UUID(3, 3)))).isInstanceOf(Act.Done.class);
        assertThat(round(town, 9)).as("gone to the bank").isZero();
    }

    @Test
    void nothingOwedOrNobodyToWarnWritesNothing() {
        Town town = towns.with(1, 1);
        assertThat(round(town, 7)).isZero();
        town.spend(0, 0, 10_00);
        assertThat(round(town, 7)).as("nobody holds the role").isZero();
        assertThat(mails(town)).isEmpty();
        assertThat(lines(town)).isEmpty();
    }

    private int round(Town town, int days) {
        Instant then = clock.instant().plus(Duration.ofDays(days));
        return clock.at(then, () -> town.in(alarms::round));
    }

    private void finance(Town town, String who, Language language) {
        town.in(() -> {
            UUID person = accounts.open(new EmailAddress(address(town, who)), "Name " + who, language);
            return roles.grant(Grant.of(person, Role.FINANCE), new Actor.Operator());
        });
    }

    private static String address(Town town, String who) {
        return who + town.commune.value() + "@example.org";
    }

    private List<OutgoingMessage> mails(Town town) {
        return town.in(() -> outbox.newest(Optional.empty(), Outbox.PAGE_MAX));
    }

    private List<AuditLine> lines(Town town) {
        return town.in(() -> audit.read(AuditQuery.all())).stream()
                .filter(line -> line.action().equals("reimbursements.alarm-sent"))
                .toList();
    }
}
