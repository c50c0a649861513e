package be.quartier.vouchers.proof;

import static be.quartier.vouchers.registry.RegistryColumn.BIRTH_DATE;
import static be.quartier.vouchers.registry.RegistryColumn.FIRST_NAME;
import static be.quartier.vouchers.registry.RegistryColumn.NISS;
import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Role;
import be.quartier.installation.InstallationClock;
import be.quartier.people.EmailAddress;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.proof.Acted.Why;
import be.quartier.vouchers.proof.ProofTown.Town;
import be.quartier.vouchers.registry.ProvenPeople.Known;
import be.quartier.vouchers.registry.RegistryDesk;
import be.quartier.vouchers.registry.RegistryImport;
import be.quartier.vouchers.registry.TestNiss;
import be.quartier.vouchers.registry.extract.Sheet;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The decisions: who may take them, that each person gets one voucher, and when what was sent ends. */
@QuartierTest
class ProofReviewTests {

    @Autowired
    ProofTown towns;

    @Autowired
    ProofDesk desk;

    @Autowired
    ProofReview review;

    @Autowired
    ProofRetention retention;

    @Autowired
    RegistryDesk registryDesk;

    @Autowired
    InstallationClock clock;

    private Town town;

    @BeforeEach
    void open() {
        town = towns.open(10);
    }

    @Test
    void fiftyAcceptancesAtOnceIssueOneVoucher() throws Exception {
        ProofApplication one = town.received("Nora", "12");
        ProofApplication again = town.received("Nora", "12");
        List<Callable<Acted>> fifty = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            fifty.add(() -> town.accept(one));
            fifty.add(() -> town.accept(again));
        }
        int done = 0;
        try (var pool = Executors.newFixedThreadPool(50)) {
            for (Future<Acted> acted : pool.invokeAll(fifty)) {
                done += acted.get() instanceof Acted.Done ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(town.registry.vouchers()).isEqualTo(1);
        assertThat(town.registry.children()).isEqualTo(1);
        assertThat(town.mails().stream().filter(mail -> mail.template().equals("vouchers/proof-accepted")))
                .hasSize(1);
    }

    @Test
    void somebodyOfTheRegistryIsRecognisedInSpiteOfSpelling() {
        RegistryImport made = imported("Nora");
        ProofApplication about = town.received("NORA", "12");
        List<Known> known = town.registry.in(() -> review.like(about));
        assertThat(known).singleElement().satisfies(one -> {
            assertThat(one.same()).isTrue();
            assertThat(one.vouchers()).isZero();
        });
        assertThat(town.accept(about)).isInstanceOf(Acted.Done.class);
        assertThat(town.registry.children()).as("nobody was added").isEqualTo(1);
        assertThat(town.accept(town.received("Nora", "12"))).isEqualTo(new Acted.Refused(Why.HAS_VOUCHER));
        town.registry.in(() -> registryDesk.undo(made.id(), "wrong file", town.economy));
        assertThat(town.registry.vouchers())
                .as("an import undone takes no decision back")
                .isEqualTo(1);
    }

    @Test
    void somebodyWhoMovedIsPickedByTheReviewer() {
        imported("Nora");
        ProofApplication about = town.received("Nora", "99");
        Known old = town.registry.in(() -> review.like(about)).getFirst();
        assertThat(old.same()).isFalse();
        UUID stranger = UUID.randomUUID();
        assertThat(town.registry.in(() -> review.accept(about.id(), Optional.of(stranger), town.economy)))
                .isEqualTo(new Acted.Refused(Why.OTHER_CHILD));
        assertThat(town.registry.in(() -> review.accept(about.id(), Optional.of(old.child()), town.economy)))
                .isInstanceOf(Acted.Done.class);
        assertThat(town.now(about).child()).contains(old.child());
    }

    @Test
    void aLaterExtractFindsWhoWasEnteredAndIssuesNothingTwice() {
        ProofApplication about = town.received("Nora", "12");
        town.accept(about);
        RegistryImport made = town.registry.staged(sheet("Nora"), RegistryImport.Scope.FULL);
        assertThat(town.registry.rows(made))
                .first()
                .satisfies(row -> assertThat(row.reason().code()).isEqualTo("looks-like-a-child"));
        assertThat(town.registry.vouchers()).isEqualTo(1);
    }

    @Test
    void nobodyDecidesOnTheirOwnNorOnTheAppealAgainstTheirRefusal() {
        ProofApplication about = town.received("Nora", "12");
        UUID nora = town.registry.in(() -> people("nora@example.org"));
        assertThat(town.registry.in(() -> review.accept(about.id(), Optional.empty(), nora)))
                .isEqualTo(new Acted.Refused(Why.OWN));
        refuse(about, town.economy);
        appeal(about);
        assertThat(town.accept(about)).isEqualTo(new Acted.Refused(Why.SAME_PERSON));
        assertThat(refuse(about, town.economy)).isEqualTo(new Acted.Refused(Why.SAME_PERSON));
        assertThat(refuse(about, town.approver)).isInstanceOf(Acted.Done.class);
        assertThat(town.now(about).state()).isEqualTo(ProofState.UPHELD);
        assertThat(appeal(about)).isEqualTo(new Acted.Refused(Why.TOO_LATE));
        assertThat(town.registry.vouchers()).isZero();
    }

    @Autowired
    be.quartier.people.Accounts accounts;

    private UUID people(String address) {
        return accounts.open(new EmailAddress(address), "Nora", be.quartier.commune.Language.FR);
    }

    @Test
    void thirtyDaysAfterARefusalNobodyCanAppeal() {
        ProofApplication about = town.received("Nora", "12");
        refuse(about, town.economy);
        assertThat(at(31, () -> appeal(about))).isEqualTo(new Acted.Refused(Why.TOO_LATE));
        assertThat(at(30, () -> appeal(about))).isInstanceOf(Acted.Done.class);
    }

    @Test
    void withoutMoneyNothingIsIssuedAndTheApplicationStaysOpen() {
        Town poor = towns.open(1);
        assertThat(poor.accept(poor.received("Nora", "12"))).isInstanceOf(Acted.Done.class);
        ProofApplication second = poor.received("Sami", "14");
        assertThat(poor.accept(second)).isEqualTo(new Acted.Refused(Why.BUDGET));
        assertThat(poor.now(second).state()).isEqualTo(ProofState.RECEIVED);
        assertThat(poor.registry.children()).isEqualTo(1);
    }

    @Test
    void documentsNamesAndUnconfirmedApplicationsEndOnTheirDay() {
        ProofApplication accepted = town.received("Nora", "12");
        town.accept(accepted);
        ProofApplication refused = town.received("Sami", "14");
        refuse(refused, town.economy);
        ProofApplication open = town.received("Ana", "16");
        var order = new ProofDesk.Order(
                UUID.randomUUID(),
                town.registry.campaign,
                town.young("Nobody", "1"),
                Optional.empty(),
                ProofKind.ENROLMENT,
                new EmailAddress("nobody@example.org"),
                Optional.empty(),
                List.of(Sent.of(ProofTown.PDF).orElseThrow()));
        town.registry.in(() -> desk.apply(order));
        assertThat(files()).isEqualTo(4);
        assertThat(ends(2)).isZero();
        assertThat(ends(4)).as("never confirmed").isEqualTo(1);
        assertThat(files()).isEqualTo(3);
        assertThat(ends(30)).isZero();
        assertThat(ends(31)).as("accepted a month ago").isEqualTo(1);
        assertThat(ends(61))
                .as("refused, and the appeal's time over, a month ago")
                .isEqualTo(1);
        assertThat(files()).as("what is not decided is kept").isEqualTo(1);
        assertThat(town.now(accepted).who().lastName()).isEqualTo("Lemaitre");
        ends(400);
        assertThat(town.now(accepted).who().lastName()).isEmpty();
        assertThat(town.now(accepted).emptied()).isPresent();
        assertThat(town.registry.count("select count(*) from proof_event where commune_id = :commune and words <> ''"))
                .isZero();
        assertThat(town.now(open).emptied())
                .as("nobody acted for more than a year")
                .isPresent();
        assertThat(files()).isZero();
    }

    @Test
    void anAdministratorReviewsAsWell() {
        ProofApplication about = town.received("Nora", "12");
        UUID admin = town.person(Role.ADMIN);
        assertThat(town.registry.in(() -> review.ask(about.id(), "Which school?", admin)))
                .isInstanceOf(Acted.Done.class);
        assertThat(town.registry.in(() -> review.ask(about.id(), "Again?", admin)))
                .isEqualTo(new Acted.Refused(Why.TOO_LATE));
    }

    private Acted refuse(ProofApplication about, UUID by) {
        return town.registry.in(() -> review.refuse(about.id(), ProofRefusal.OTHER_YEAR, "Last year's.", by));
    }

    private Acted appeal(ProofApplication about) {
        return town.registry.in(() -> desk.appeal(about.id(), "Look again.", List.of()));
    }

    private int ends(int days) {
        return at(days, () -> town.registry.in(retention::round));
    }

    private long files() {
        return town.registry.count("select count(*) from proof_file where commune_id = :commune");
    }

    private <T> T at(int days, java.util.function.Supplier<T> work) {
        Instant then = clock.instant().plus(Duration.ofDays(days));
        return clock.at(then, work);
    }

    private RegistryImport imported(String first) {
        return town.registry.imported(sheet(first), RegistryImport.Scope.FULL);
    }

    private Sheet sheet(String first) {
        return new Sheet()
                .row(
                        NISS,
                        TestNiss.of(town.birth(), 5),
                        FIRST_NAME,
                        first,
                        BIRTH_DATE,
                        town.birth().format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
    }
}
