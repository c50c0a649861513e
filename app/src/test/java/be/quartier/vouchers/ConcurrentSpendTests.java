package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditCheck.Depth;
import be.quartier.ledger.AuditFinding;
import be.quartier.ledger.GuardedAccount;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.SpendOutcome.Done;
import be.quartier.vouchers.SpendOutcome.Refused;
import be.quartier.vouchers.TestCampaign.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many tills at once: never below zero, never more than once, nothing lost. */
@QuartierTest
class ConcurrentSpendTests {

    private static final int ROUNDS = Integer.getInteger("quartier.spends.rounds", 10);
    private static final int TILLS = 200;

    @Autowired
    TestCampaign campaigns;

    @Autowired
    Accounts accounts;

    @Autowired
    Audit audit;

    @Autowired
    VoucherDesk desk;

    @Autowired
    Vouchers vouchers;

    @Test
    void twoHundredTillsOnOneVoucherNeverTakeMoreThanThereIs() throws Exception {
        Open open = campaigns.open();
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(round);
            Voucher voucher = open.issue(1).getFirst();
            VoucherCode.Token token = open.token(voucher);
            List<Callable<SpendOutcome>> calls = new ArrayList<>();
            for (int till = 0; till < TILLS; till++) {
                long cents = 1L + random.nextInt(200);
                calls.add(() -> open.spend(token, cents, open.key()));
            }
            long taken = 0;
            for (SpendOutcome outcome : together(calls)) {
                switch (outcome) {
                    case Done done -> taken += done.amountCents();
                    case Refused refused -> assertThat(refused.why()).isEqualTo(Refusal.INSUFFICIENT_BALANCE);
                }
            }
            assertThat(taken).isLessThanOrEqualTo(TestCampaign.FACE_CENTS);
            assertThat(left(open, voucher)).as("round %s", round).isEqualTo(TestCampaign.FACE_CENTS - taken);
        }
        assertThat(audit.run(Depth.FULL, List.of(open.commune))).allMatch(AuditFinding::holds);
    }

    @Test
    void afterABlockIsAnsweredNothingMoreIsTaken() throws Exception {
        Open open = campaigns.open();
        for (int round = 0; round < ROUNDS; round++) {
            Voucher voucher = open.issue(1).getFirst();
            VoucherCode.Token token = open.token(voucher);
            List<Callable<SpendOutcome>> calls = new ArrayList<>();
            for (int till = 0; till < 40; till++) {
                calls.add(() -> open.spend(token, 1_00, open.key()));
            }
            List<Long> left = new ArrayList<>();
            calls.add(20, () -> {
                open.run(() -> desk.block(voucher.id(), "volé", Actor.SYSTEM));
                left.add(left(open, voucher));
                return Refused.because(Refusal.VOUCHER_BLOCKED);
            });
            together(calls);
            assertThat(left(open, voucher)).isEqualTo(left.getFirst());
        }
        assertThat(audit.run(Depth.FULL, List.of(open.commune))).allMatch(AuditFinding::holds);
    }

    @Test
    void theLimitOfTheDayHoldsWhoeverIsFirst() throws Exception {
        Open open = campaigns.open();
        open.sql(
                "update campaign set day_limit_cents = 3000 where commune_id = :commune and id = :campaign",
                java.util.Map.of());
        Voucher voucher = open.issue(1).getFirst();
        VoucherCode.Token token = open.token(voucher);
        List<Callable<SpendOutcome>> calls = new ArrayList<>();
        for (int till = 0; till < 100; till++) {
            calls.add(() -> open.spend(token, 7_00, open.key()));
        }
        assertThat(together(calls)).filteredOn(Done.class::isInstance).hasSize(4);
        assertThat(left(open, voucher)).isEqualTo(TestCampaign.FACE_CENTS - 28_00);
    }

    @Test
    void twentyThousandVouchersAreIssuedAtOnce() {
        Open open = campaigns.open();
        long before = System.nanoTime();
        List<Voucher> issued = open.issue(20_000);
        long millis = (System.nanoTime() - before) / 1_000_000;
        System.out.println("issue-20000 " + millis + " ms");
        assertThat(issued).hasSize(20_000);
        assertThat(issued.getLast().serial()).isEqualTo(20_000);
    }

    private static List<SpendOutcome> together(List<Callable<SpendOutcome>> calls) throws Exception {
        List<SpendOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<SpendOutcome> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private long left(Open open, Voucher voucher) {
        return open.in(() ->
                accounts.guarded(voucher.id()).map(GuardedAccount::balanceCents).orElseThrow());
    }
}
