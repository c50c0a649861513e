package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.SpendOutcome.Done;
import be.quartier.vouchers.SpendOutcome.Refused;
import be.quartier.vouchers.TestCampaign.Open;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each rule of spending, on the real database. */
@QuartierTest
class SpendTests {

    @Autowired
    TestCampaign campaigns;

    @Autowired
    VoucherDesk desk;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Accounts accounts;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Refunds refunds;

    @Autowired
    CampaignBook book;

    @Autowired
    Spends spends;

    @Autowired
    Clock clock;

    private Open open;
    private Voucher voucher;

    @BeforeEach
    void aVoucherOfAHundredEuro() {
        open = campaigns.open();
        voucher = open.issue(1).getFirst();
    }

    @Test
    void aShopTakesPartOfAVoucherAndTheRestStays() {
        Done done = done(open.spend(voucher, 12_50));
        assertThat(done.amountCents()).isEqualTo(12_50);
        assertThat(done.balanceCents()).isEqualTo(87_50);
        assertThat(done.repeated()).isFalse();
        assertThat(done.receipt()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(payable()).isEqualTo(12_50);
        assertThat(open.in(() -> book.availableCents(open.campaign))).isEqualTo(TestCampaign.BUDGET_CENTS - 100_00);
    }

    @Test
    void tooMuchIsRefusedAndTheBalanceSaid() {
        open.spend(voucher, 12_50);
        assertThat(open.spend(voucher, 87_51))
                .isEqualTo(new Refused(Refusal.INSUFFICIENT_BALANCE, OptionalLong.of(87_50)));
        assertThat(done(open.spend(voucher, 87_50)).balanceCents()).isZero();
    }

    @Test
    void theTypedCodeSpendsTheSameVoucher() {
        VoucherCode.Typed typed = open.in(() -> vouchers.typed(voucher));
        assertThat(done(open.spend(VoucherCode.parse(typed.printed()), 1_00, "typed"))
                        .balanceCents())
                .isEqualTo(99_00);
    }

    @Test
    void aBlockedVoucherIsRefusedUntilItIsUnblocked() {
        open.run(() -> desk.block(voucher.id(), "perdu", Actor.SYSTEM));
        assertThat(why(open.spend(voucher, 1_00))).isEqualTo(Refusal.VOUCHER_BLOCKED);
        open.run(() -> desk.unblock(voucher.id(), "retrouvé", Actor.SYSTEM));
        assertThat(done(open.spend(voucher, 1_00)).balanceCents()).isEqualTo(99_00);
        assertThat(open.in(() -> desk.acts(voucher.id())))
                .extracting(VoucherAct::kind)
                .containsExactly(VoucherAct.Kind.BLOCK, VoucherAct.Kind.UNBLOCK);
    }

    @Test
    void aReissueKillsTheOldLetterAtOnceAndKeepsTheMoney() {
        open.spend(voucher, 30_00);
        VoucherCode.Token old = open.token(voucher);
        VoucherCode.Typed oldTyped = open.in(() -> vouchers.typed(voucher));
        Voucher next = open.in(() -> desk.reissue(voucher.id(), "lettre perdue", Actor.SYSTEM))
                .orElseThrow();
        assertThat(next.generation()).isEqualTo(2);
        assertThat(open.token(next)).isNotEqualTo(old);
        assertThat(why(open.spend(old, 1_00, "old"))).isEqualTo(Refusal.VOUCHER_BLOCKED);
        assertThat(why(open.spend(oldTyped, 1_00, "old-typed"))).isEqualTo(Refusal.VOUCHER_BLOCKED);
        assertThat(done(open.spend(next, 10_00)).balanceCents()).isEqualTo(60_00);
    }

    @Test
    void datesAreBrusselsDaysOfTheVoucherOrElseOfTheCampaign() {
        LocalDate today = Brussels.today(clock);
        open.sql(
                "update campaign set valid_until = :day where commune_id = :commune and id = :campaign",
                Map.of("day", today.minusDays(1)));
        assertThat(why(open.spend(voucher, 1_00))).isEqualTo(Refusal.VOUCHER_EXPIRED);
        open.run(() -> desk.extend(voucher.id(), today, "hospitalisation", Actor.SYSTEM));
        assertThat(done(open.spend(voucher, 1_00)).balanceCents()).isEqualTo(99_00);
        open.sql(
                "update campaign set valid_from = :day, valid_until = :day where commune_id = :commune and id = :campaign",
                Map.of("day", today.plusDays(1)));
        assertThat(why(open.spend(voucher, 1_00))).isEqualTo(Refusal.VOUCHER_NOT_YET_VALID);
    }

    @Test
    void onlyShopsThatTakePartAreAccepted() {
        open.run(() -> acceptances.end(open.campaign, open.merchant));
        assertThat(why(open.spend(voucher, 1_00))).isEqualTo(Refusal.MERCHANT_NOT_ACCEPTED);
        open.run(() -> acceptances.accept(open.campaign, open.merchant));
        assertThat(done(open.spend(voucher, 1_00)).balanceCents()).isEqualTo(99_00);
    }

    @Test
    void limitsPerPurchaseAndPerDayHold() {
        open.sql("""
                update campaign set purchase_limit_cents = 2000, day_limit_cents = 3000
                where commune_id = :commune and id = :campaign
                """, Map.of());
        assertThat(why(open.spend(voucher, 20_01))).isEqualTo(Refusal.LIMIT_EXCEEDED);
        Done first = done(open.spend(voucher, 20_00));
        assertThat(why(open.spend(voucher, 10_01))).isEqualTo(Refusal.LIMIT_EXCEEDED);
        open.run(() -> refunds.refund(new Refunds.Request(first.id(), open.merchant, open.till, "back"), 5_00));
        assertThat(done(open.spend(voucher, 15_00)).balanceCents()).isEqualTo(70_00);
        assertThat(why(open.spend(voucher, 1))).isEqualTo(Refusal.LIMIT_EXCEEDED);
    }

    @Test
    void amountsOutOfRangeAreRefused() {
        for (long cents : new long[] {Long.MIN_VALUE, -1, 0, Spend.AMOUNT_CENTS_MAX + 1, Long.MAX_VALUE}) {
            assertThat(why(open.spend(voucher, cents))).isEqualTo(Refusal.AMOUNT_OUT_OF_RANGE);
        }
    }

    @Test
    void aVoucherOfAnotherCommuneIsUnknown() {
        Open elsewhere = campaigns.open();
        assertThat(why(elsewhere.spend(open.token(voucher), 1_00, "x"))).isEqualTo(Refusal.UNKNOWN_VOUCHER);
    }

    @Test
    void aCancelledVoucherGivesItsRestBackToTheCampaign() {
        open.spend(voucher, 40_00);
        open.run(() -> desk.cancel(voucher.id(), "déménagé avant la date", Actor.SYSTEM));
        assertThat(why(open.spend(voucher, 1_00))).isEqualTo(Refusal.VOUCHER_BLOCKED);
        assertThat(open.in(() -> book.availableCents(open.campaign))).isEqualTo(TestCampaign.BUDGET_CENTS - 40_00);
    }

    @Test
    void expiryReturnsWhatIsLeftAndALateRefundGoesToTheCampaign() {
        Done spent = done(open.spend(voucher, 40_00));
        open.sql(
                "update campaign set valid_until = :day where commune_id = :commune and id = :campaign",
                Map.of("day", Brussels.today(clock).minusDays(1)));
        assertThat(open.in(() -> desk.expire(open.campaign, Actor.SYSTEM))).isEqualTo(1);
        assertThat(open.in(() -> desk.expire(open.campaign, Actor.SYSTEM))).isZero();
        assertThat(open.in(() -> book.availableCents(open.campaign))).isEqualTo(TestCampaign.BUDGET_CENTS - 40_00);
        Done back = done(open.in(
                () -> refunds.refund(new Refunds.Request(spent.id(), open.merchant, open.till, "late"), 15_00)));
        assertThat(back.balanceCents()).isZero();
        assertThat(open.in(() -> book.availableCents(open.campaign))).isEqualTo(TestCampaign.BUDGET_CENTS - 25_00);
        assertThat(payable()).isEqualTo(25_00);
    }

    @Test
    void aRefundNeverGivesBackMoreThanWasTaken() {
        Done spent = done(open.spend(voucher, 40_00));
        Refunds.Request request = new Refunds.Request(spent.id(), open.merchant, open.till, "r1");
        Done back = done(open.in(() -> refunds.refund(request, 15_00)));
        assertThat(back.balanceCents()).isEqualTo(75_00);
        assertThat(open.in(() -> refunds.refund(request, 15_00)))
                .isEqualTo(new Done(back.id(), 15_00, 75_00, back.at(), true));
        assertThat(why(open.in(() -> refunds.refund(request, 16_00)))).isEqualTo(Refusal.IDEMPOTENCY_KEY_REUSED);
        assertThat(why(open.in(
                        () -> refunds.refund(new Refunds.Request(spent.id(), open.merchant, open.till, "r2"), 25_01))))
                .isEqualTo(Refusal.REFUND_TOO_LARGE);
        Done undone =
                done(open.in(() -> refunds.undo(new Refunds.Request(spent.id(), open.merchant, open.till, "undo"))));
        assertThat(undone.balanceCents()).isEqualTo(100_00);
        assertThat(payable()).isZero();
        assertThat(why(open.in(() -> refunds.undo(new Refunds.Request(spent.id(), open.merchant, open.till, "undo2")))))
                .isEqualTo(Refusal.REFUND_TOO_LARGE);
    }

    @Test
    void aShopRefundsOnlyItsOwnSpendsAndUndoesOnlyOnItsTill() {
        Done spent = done(open.spend(voucher, 40_00));
        assertThat(why(open.in(() ->
                        refunds.refund(new Refunds.Request(spent.id(), UUID.randomUUID(), open.till, "r"), 1_00))))
                .isEqualTo(Refusal.UNKNOWN_SPEND);
        assertThat(why(open.in(
                        () -> refunds.undo(new Refunds.Request(spent.id(), open.merchant, UUID.randomUUID(), "u")))))
                .isEqualTo(Refusal.UNDO_TOO_LATE);
    }

    @Test
    void fiveWrongCodesCloseTypingForTheShopButNotScanning() {
        VoucherCode wrong = VoucherCode.parse(Crockford.withChecks("0000000000"));
        for (int tries = 0; tries < WrongCodes.TRIES_MAX; tries++) {
            assertThat(why(open.spend(wrong, 1_00, open.key()))).isEqualTo(Refusal.UNKNOWN_VOUCHER);
        }
        VoucherCode right = open.in(() -> vouchers.typed(voucher));
        assertThat(why(open.spend(right, 1_00, "r"))).isEqualTo(Refusal.TOO_MANY_WRONG_CODES);
        assertThat(open.in(() -> spends.typingPause(open.merchant))).isPositive();
        assertThat(done(open.spend(voucher, 1_00)).balanceCents()).isEqualTo(99_00);
    }

    @Test
    void moreThanTheBudgetIsNotIssued() {
        int tooMany = (int) (TestCampaign.BUDGET_CENTS / TestCampaign.FACE_CENTS);
        assertThat(open.in(() -> vouchers.issueToBearer(open.campaign, tooMany, Actor.SYSTEM)))
                .isInstanceOf(IssueOutcome.BudgetTooSmall.class);
    }

    private long payable() {
        return open.in(
                () -> accounts.balanceCents(Accounts.id(open.campaign, AccountKind.MERCHANT_PAYABLE, open.merchant)));
    }

    static Done done(SpendOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return (Done) outcome;
    }

    static Refusal why(SpendOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).why();
    }
}
