package be.quartier.vouchers.reimbursements;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.bank.RuleReader;
import be.quartier.bank.Schemas;
import be.quartier.commune.Brussels;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.merchants.Shops;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.reimbursements.Act.Refused;
import be.quartier.vouchers.reimbursements.Act.Why;
import be.quartier.vouchers.reimbursements.PayingTown.Town;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuartierTest
class ReimbursementsTests {

    private static final UUID CREATOR = new UUID(3, 1);
    private static final UUID MAYOR = new UUID(3, 2);
    private static final UUID DIRECTOR = new UUID(3, 3);
    private static final UUID RECEIVER = new UUID(3, 4);

    @Autowired
    private PayingTown towns;

    @Autowired
    private Reimbursements reimbursements;

    @Autowired
    private Releases releases;

    @Autowired
    private Claims claims;

    @Autowired
    private PaymentSettings settings;

    @Autowired
    private TestCommunes communes;

    @Autowired
    private Clock clock;

    @Test
    void aRunPaysEachShopItsPurchasesLessItsRefundsToTheCent() throws Exception {
        Town town = towns.with(3, 2);
        town.spend(0, 0, 12_34);
        UUID second = town.spend(0, 1, 10_00);
        town.refund(0, second, 3_33);
        town.spend(1, 1, 1);
        Run run = proposed(town);
        assertThat(run.totalCents()).isEqualTo(12_34 + 10_00 - 3_33 + 1);
        assertThat(done(approve(town, run, MAYOR)).state()).isEqualTo(RunState.APPROVED);
        assertThat(town.payable(0)).as("nothing moves before the release").isEqualTo(19_01);
        Run released = done(release(town, run, RECEIVER));
        byte[] file = town.in(() -> releases.file(run.id(), RECEIVER)).orElseThrow();
        Schemas.validate(file, "pain.001.001.09.xsd");
        var read = RuleReader.read(file);
        assertThat(read.broken()).isEmpty();
        assertThat(read.lines())
                .extracting(RuleReader.Line::amount)
                .containsExactlyInAnyOrder(new BigDecimal("19.01"), new BigDecimal("0.01"));
        assertThat(read.lines())
                .extracting(RuleReader.Line::iban)
                .containsExactlyInAnyOrder(Shops.iban(1).value(), Shops.iban(2).value());
        assertThat(town.payable(0)).isZero();
        assertThat(town.at(AccountKind.IN_BANK_FILE)).isEqualTo(19_02);
        assertThat(released.fileSha256()).isPresent();
        assertThat(done(execute(town, run)).state()).isEqualTo(RunState.EXECUTED);
        assertThat(town.at(AccountKind.IN_BANK_FILE)).isZero();
        assertThat(town.at(AccountKind.PAID)).isEqualTo(19_02);
        Optional<OnTime> kept = town.in(() -> reimbursements.onTime(town.campaign));
        assertThat(kept).contains(new OnTime(3, 3));
    }

    @Test
    void whoProposedDoesNotSignAndWhoSignedDoesNotRelease() {
        Town town = towns.with(1, 1);
        town.spend(0, 0, 10_00);
        Run run = proposed(town);
        assertThat(approve(town, run, CREATOR)).isEqualTo(new Refused(Why.SAME_PERSON));
        assertThat(release(town, run, RECEIVER)).as("not signed yet").isEqualTo(new Refused(Why.WRONG_STATE));
        done(approve(town, run, MAYOR));
        assertThat(release(town, run, MAYOR)).isEqualTo(new Refused(Why.SAME_PERSON));
        assertThat(release(town, run, CREATOR)).isEqualTo(new Refused(Why.SAME_PERSON));
        Optional<byte[]> file = town.in(() -> releases.file(run.id(), RECEIVER));
        assertThat(file).isEmpty();
        done(release(town, run, RECEIVER));
    }

    @Test
    void aLargeTotalNeedsTwoDifferentSignatures() {
        Town town = towns.with(2, 2);
        town.signTwiceFrom(20_00);
        town.spend(0, 0, 10_00);
        town.spend(1, 1, 10_00);
        Run run = proposed(town);
        assertThat(run.approvalsNeeded()).isEqualTo(2);
        assertThat(done(approve(town, run, MAYOR)).state()).isEqualTo(RunState.PROPOSED);
        assertThat(approve(town, run, MAYOR)).isEqualTo(new Refused(Why.SAME_PERSON));
        assertThat(release(town, run, RECEIVER)).isEqualTo(new Refused(Why.WRONG_STATE));
        assertThat(done(approve(town, run, DIRECTOR)).state()).isEqualTo(RunState.APPROVED);
    }

    @Test
    void fiftyProposalsSignaturesAndReleasesAtOnceCountOnce() throws Exception {
        Town town = towns.with(2, 2);
        town.spend(0, 0, 10_00);
        town.spend(1, 1, 5_00);
        List<Proposed> proposals = inParallel(i -> reimbursements.propose(town.campaign, CREATOR, "Ana"), town);
        assertThat(proposals).filteredOn(Proposed.Waiting.class::isInstance).hasSize(1);
        assertThat(proposals)
                .filteredOn(Proposed.AnotherWaits.class::isInstance)
                .hasSize(49);
        Run run = town.in(() -> reimbursements.of(town.campaign)).getFirst();
        List<Act> approvals = inParallel(i -> reimbursements.approve(run.id(), new UUID(4, i), "Nr " + i), town);
        assertThat(approvals).filteredOn(Act.Done.class::isInstance).hasSize(1);
        List<Act> released = inParallel(i -> releases.release(run.id(), new UUID(6, i)), town);
        assertThat(released).filteredOn(Act.Done.class::isInstance).hasSize(1);
        assertThat(town.at(AccountKind.IN_BANK_FILE)).isEqualTo(15_00);
        List<Act> executed = inParallel(i -> releases.execute(run.id(), Brussels.today(clock), RECEIVER), town);
        assertThat(executed).filteredOn(Act.Done.class::isInstance).hasSize(1);
        assertThat(town.at(AccountKind.PAID)).isEqualTo(15_00);
    }

    @Test
    void theFileIsMadeOnceAndIsTheSameBytesEveryTime() {
        Town town = towns.with(1, 1);
        town.spend(0, 0, 10_00);
        Run run = released(town);
        byte[] first = town.in(() -> releases.file(run.id(), RECEIVER)).orElseThrow();
        town.in(() -> {
            settings.debtor(new Debtor("Another name", Shops.iban(98), Optional.empty()));
            return true;
        });
        assertThat(release(town, run, new UUID(3, 9))).isEqualTo(new Refused(Why.WRONG_STATE));
        byte[] second = town.in(() -> releases.file(run.id(), RECEIVER)).orElseThrow();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aPaymentSentBackIsOwedAgainUnderAnotherReference() {
        Town town = towns.with(2, 1);
        town.spend(0, 0, 10_00);
        town.spend(1, 0, 7_00);
        Run run = released(town);
        RunLine line = lineOf(town, run, 0);
        done(town.in(() -> releases.reject(line.id(), "AC04: account closed", RECEIVER)));
        assertThat(act(town, () -> releases.reject(line.id(), "again", RECEIVER)))
                .isEqualTo(new Refused(Why.WRONG_STATE));
        assertThat(town.payable(0)).isEqualTo(10_00);
        done(execute(town, run));
        assertThat(town.at(AccountKind.PAID)).isEqualTo(7_00);
        town.spend(0, 0, 1_00);
        Run next = proposed(town);
        RunLine again = lineOf(town, next, 0);
        assertThat(again.amountCents()).isEqualTo(11_00);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.endToEndId()).isNotEqualTo(line.endToEndId()).endsWith("-2");
        RunLine paidLine = lineOf(town, run, 1);
        done(town.in(() -> releases.reject(paidLine.id(), "MD07: returned later", RECEIVER)));
        assertThat(town.at(AccountKind.PAID)).isZero();
        assertThat(town.payable(1)).isEqualTo(7_00);
    }

    @Test
    void aRefundAfterTheFileComesOffTheNextRun() {
        Town town = towns.with(1, 1);
        UUID spend = town.spend(0, 0, 10_00);
        done(execute(town, released(town)));
        town.refund(0, spend, 4_00);
        Proposed nothing = town.in(() -> reimbursements.propose(town.campaign, CREATOR, "Ana"));
        assertThat(nothing).isInstanceOf(Proposed.NothingDue.class);
        assertThat(((Proposed.NothingDue) nothing).left().getFirst())
                .isEqualTo(new Proposed.LeftOut(town.shops.getFirst(), -4_00, Proposed.Why.NEGATIVE));
        town.spend(0, 0, 9_00);
        assertThat(proposed(town).totalCents()).isEqualTo(5_00);
    }

    @Test
    void aCancelledRunFreesItsClaims() {
        Town town = towns.with(1, 1);
        town.spend(0, 0, 10_00);
        Run run = proposed(town);
        done(approve(town, run, MAYOR));
        done(town.in(() -> reimbursements.cancel(run.id(), MAYOR, "wrong month")));
        assertThat(release(town, run, RECEIVER)).isEqualTo(new Refused(Why.WRONG_STATE));
        Run next = proposed(town);
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.totalCents()).isEqualTo(10_00);
        assertThat(lineOf(town, next, 0).attempt()).isEqualTo(1);
    }

    @Test
    void withoutTheCommunesAccountNothingIsReleased() {
        Town town = towns.with(1, 1);
        town.spend(0, 0, 10_00);
        Run run = proposed(town);
        done(approve(town, run, MAYOR));
        var stranger = communes.fresh();
        Act strange = Tenancy.in(stranger.id(), () -> releases.release(run.id(), RECEIVER));
        assertThat(strange).isEqualTo(new Refused(Why.UNKNOWN));
        Optional<Debtor> none = Tenancy.in(stranger.id(), () -> settings.debtor());
        assertThat(none).isEmpty();
    }

    @Test
    void theBankCannotHaveExecutedBeforeTheReleaseNorTomorrow() {
        Town town = towns.with(1, 1);
        town.spend(0, 0, 10_00);
        Run run = released(town);
        LocalDate today = Brussels.today(clock);
        assertThat(act(town, () -> releases.execute(run.id(), today.plusDays(1), RECEIVER)))
                .isEqualTo(new Refused(Why.WRONG_DAY));
        assertThat(act(town, () -> releases.execute(run.id(), today.minusDays(1), RECEIVER)))
                .isEqualTo(new Refused(Why.WRONG_DAY));
        List<Claim> open = town.in(() -> claims.of(town.campaign));
        assertThat(open).isEmpty();
    }

    private Run proposed(Town town) {
        Proposed proposed = town.in(() -> reimbursements.propose(town.campaign, CREATOR, "Ana"));
        assertThat(proposed).isInstanceOf(Proposed.Waiting.class);
        return ((Proposed.Waiting) proposed).run();
    }

    private Run released(Town town) {
        Run run = proposed(town);
        done(approve(town, run, MAYOR));
        return done(release(town, run, RECEIVER));
    }

    private static Act act(Town town, Supplier<Act> act) {
        return town.in(act);
    }

    private Act approve(Town town, Run run, UUID by) {
        return town.in(() -> reimbursements.approve(run.id(), by, "somebody"));
    }

    private Act release(Town town, Run run, UUID by) {
        return town.in(() -> releases.release(run.id(), by));
    }

    private Act execute(Town town, Run run) {
        return town.in(() -> releases.execute(run.id(), Brussels.today(clock), RECEIVER));
    }

    private RunLine lineOf(Town town, Run run, int shop) {
        return town.in(() -> reimbursements.lines(run.id())).stream()
                .filter(line -> line.merchant().equals(town.shops.get(shop)))
                .findFirst()
                .orElseThrow();
    }

    private static Run done(Act act) {
        assertThat(act).isInstanceOf(Act.Done.class);
        return ((Act.Done) act).run();
    }

    private interface Numbered<T> {
        T at(int number);
    }

    private static <T> List<T> inParallel(Numbered<T> act, Town town) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> town.in(() -> act.at(i))))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
