package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditCheck.Depth;
import be.quartier.ledger.AuditFinding;
import be.quartier.ledger.Reason;
import be.quartier.ledger.Sealer;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.HoldOutcome.Held;
import be.quartier.vouchers.TestCampaign.Open;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money of a voucher set aside for an order, paid to the shop or given back. */
@QuartierTest
class HoldTests {

    @Autowired
    TestCampaign campaigns;

    @Autowired
    Holds holds;

    @Autowired
    VoucherDesk desk;

    @Autowired
    Transfers transfers;

    @Autowired
    Sealer sealer;

    @Autowired
    Audit audit;

    @Test
    void whatIsHeldCannotBeSpentAndIsPaidOrGivenBack() {
        Open open = campaigns.open();
        Voucher voucher = open.issue(1).getFirst();
        Held held = hold(open, voucher, 60_00);
        assertThat(held.balanceCents()).isEqualTo(40_00);
        assertThat(open.spend(voucher, 40_01)).isInstanceOf(SpendOutcome.Refused.class);
        Transfer spend = open.in(() -> holds.capture(held.id(), 45_00, "accepted", Actor.SYSTEM));
        assertThat(spend.reason()).isEqualTo(Reason.SPEND);
        assertThat(spend.debit()).isEqualTo(voucher.id());
        assertThat(open.in(() -> holds.release(held.id(), Actor.SYSTEM))).isEqualTo(15_00);
        assertThat(open.in(() -> holds.release(held.id(), Actor.SYSTEM))).isZero();
        assertThat(open.spend(voucher, 55_00)).isInstanceOf(SpendOutcome.Done.class);
        assertThat(open.in(() -> holds.openCents(held.id()))).isZero();
        auditHolds(open);
    }

    @Test
    void aShopIsPaidWhatWasPromisedEvenAfterTheLastDay() {
        Open open = campaigns.open();
        Voucher voucher = open.issue(1).getFirst();
        Held held = hold(open, voucher, 60_00);
        open.sql(
                "update campaign set valid_until = current_date - 2 where commune_id = :commune and id = :campaign",
                Map.of());
        assertThat(open.in(() -> desk.expire(open.campaign, Actor.SYSTEM))).isEqualTo(1);
        Transfer spend = open.in(() -> holds.capture(held.id(), 50_00, "delivered", Actor.SYSTEM));
        assertThat(spend.amountCents()).isEqualTo(50_00);
        open.run(() -> holds.release(held.id(), Actor.SYSTEM));
        assertThat(open.in(() -> transfers.history(Accounts.id(open.campaign, AccountKind.CAMPAIGN)))
                        .getLast())
                .extracting(Transfer::reason, Transfer::amountCents)
                .containsExactly(Reason.RELEASE, 10_00L);
        assertThat(open.in(() -> holds.openCents(held.id()))).isZero();
        auditHolds(open);
    }

    @Test
    void noMoreThanWasHeldIsCapturedByWhomeverAtOnce() throws Exception {
        Open open = campaigns.open();
        Held held = hold(open, open.issue(1).getFirst(), 50_00);
        int done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            List<Future<Boolean>> all = threads.invokeAll(java.util.stream.IntStream.range(0, 50)
                    .<Callable<Boolean>>mapToObj(at -> () -> captured(open, held.id(), at))
                    .toList());
            for (Future<Boolean> one : all) {
                done += one.get() ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(7);
        assertThat(open.in(() -> holds.openCents(held.id()))).isEqualTo(1_00);
        auditHolds(open);
    }

    @Test
    void aStepCapturesOnceHoweverOftenItIsAskedAtOnce() throws Exception {
        Open open = campaigns.open();
        Held held = hold(open, open.issue(1).getFirst(), 50_00);
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            List<Future<UUID>> all = threads.invokeAll(java.util.Collections.nCopies(
                    50,
                    () -> open.in(() -> holds.capture(held.id(), 20_00, "accepted", Actor.SYSTEM)
                            .id())));
            for (Future<UUID> one : all) {
                assertThat(one.get()).isEqualTo(all.getFirst().get());
            }
        }
        assertThat(open.in(() -> holds.openCents(held.id()))).isEqualTo(30_00);
        assertThatThrownBy(() -> open.in(() -> holds.capture(held.id(), 21_00, "accepted", Actor.SYSTEM)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRulesOfSpendingAreLookedAtWhenMoneyIsSetAside() {
        Open open = campaigns.open();
        Voucher voucher = open.issue(1).getFirst();
        VoucherCode.Token token = open.token(voucher);
        assertThat(open.in(() ->
                        holds.hold(new HoldWish(token, 1_00, UUID.randomUUID(), UUID.randomUUID(), Actor.SYSTEM))))
                .isEqualTo(HoldOutcome.Refused.because(Refusal.MERCHANT_NOT_ACCEPTED));
        open.run(() -> desk.block(voucher.id(), "lost", Actor.SYSTEM));
        assertThat(open.in(() -> holds.hold(new HoldWish(token, 1_00, open.merchant, UUID.randomUUID(), Actor.SYSTEM))))
                .isEqualTo(HoldOutcome.Refused.because(Refusal.VOUCHER_BLOCKED));
    }

    private boolean captured(Open open, UUID hold, int at) {
        try {
            open.run(() -> holds.capture(hold, 7_00, "step-" + at, Actor.SYSTEM));
            return true;
        } catch (IllegalArgumentException nothingLeft) {
            return false;
        }
    }

    private Held hold(Open open, Voucher voucher, long cents) {
        HoldWish wish = new HoldWish(open.token(voucher), cents, open.merchant, UUID.randomUUID(), Actor.SYSTEM);
        return (Held) open.in(() -> holds.hold(wish));
    }

    private void auditHolds(Open open) {
        sealer.seal(open.commune.id());
        assertThat(audit.run(Depth.FULL, List.of(open.commune))).allMatch(AuditFinding::holds);
    }
}
