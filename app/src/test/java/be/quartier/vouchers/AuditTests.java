package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.ledger.Actor;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditCheck.Depth;
import be.quartier.ledger.AuditFinding;
import be.quartier.ledger.Checkpoint;
import be.quartier.ledger.Sealer;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestInstallation;
import be.quartier.vouchers.SpendOutcome.Done;
import be.quartier.vouchers.TestCampaign.Open;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit holds on what the application did, and finds what somebody did behind its back. */
@QuartierTest
class AuditTests {

    private static final long SEED = 41;
    private static final int MUTATIONS = Integer.getInteger("quartier.audit.mutations", 60);

    @Autowired
    TestCampaign campaigns;

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    Refunds refunds;

    @Autowired
    VoucherDesk desk;

    @Autowired
    CampaignBook book;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    /** The transfers of the life below: one of the budget, the issues, the spends, the refunds and the cancellation. */
    private static final long LIFE = 1 + 300 + 60 + 12 + 1;

    private Open open;

    @BeforeEach
    void aCampaignWithALife() {
        open = campaigns.open();
        List<Voucher> vouchers = open.issue(300);
        for (int at = 0; at < 60; at++) {
            Done spent = (Done) open.spend(vouchers.get(at), 100 + at);
            if (at % 5 == 0) {
                Refunds.Request request = new Refunds.Request(spent.id(), open.merchant, open.till, "refund-" + at);
                open.run(() -> refunds.refund(request, 50));
            }
        }
        open.run(() -> desk.cancel(vouchers.get(7).id(), "erreur", Actor.SYSTEM));
        assertThat(sealedUpTo(LIFE)).isEqualTo(LIFE);
    }

    /** Seals until so many transfers are in the log: a transfer waits while any older transaction is still open anywhere. */
    private long sealedUpTo(long size) {
        long sealed = sealer.seal(open.commune.id());
        for (int tries = 0; sealed < size && tries < 200; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            sealed = sealer.seal(open.commune.id());
        }
        return sealed;
    }

    @Test
    void allHoldsAfterALifeOfSpendsRefundsAndCancellations() {
        assertThat(findings()).allMatch(AuditFinding::holds);
        assertThat(audit.run(Depth.ROUTINE, List.of(open.commune))).allMatch(AuditFinding::holds);
        assertThat(findings()).extracting(AuditFinding::check).contains("log-is-whole-and-unchanged");
    }

    @Test
    void everythingCommittedIsSealedOnceAndTheCheckpointIsSigned() {
        String note = sealer.checkpoint(open.commune.id()).orElseThrow();
        Checkpoint checkpoint =
                Checkpoint.open(note, sealer.verifier(open.commune.id())).orElseThrow();
        assertThat(checkpoint.size()).isEqualTo(LIFE);
        assertThat(sealer.seal(open.commune.id())).isEqualTo(LIFE);
        open.issue(600);
        assertThat(sealedUpTo(LIFE + 600)).isEqualTo(LIFE + 600);
        assertThat(findings()).allMatch(AuditFinding::holds);
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkipped() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        Thread late = Thread.ofVirtual()
                .start(() -> open.run(() -> transactions.executeWithoutResult(_ -> {
                    book.fund(open.campaign, 1_00, "CC 2026/2", Actor.SYSTEM);
                    written.countDown();
                    await(sealed);
                    jdbc.sql("update campaign set budget_cents = budget_cents + 100 where id = ?")
                            .param(open.campaign)
                            .update();
                })));
        written.await();
        open.issue(2);
        assertThat(sealer.seal(open.commune.id()))
                .as("what came after the open transaction waits")
                .isEqualTo(LIFE);
        sealed.countDown();
        late.join();
        assertThat(sealedUpTo(LIFE + 3)).isEqualTo(LIFE + 3);
        assertThat(findings()).allMatch(AuditFinding::holds);
    }

    @Test
    void aBudgetThatIsNotTheOneFundedIsFound() {
        for (var forged : Map.of(
                        "budget_cents = budget_cents + 1", "budget_cents = budget_cents - 1",
                        "state = 'submitted'", "state = 'open'")
                .entrySet()) {
            open.sql("update campaign set " + forged.getKey() + " where id = :campaign", Map.of());
            assertThat(findings().stream().filter(finding -> !finding.holds()).map(AuditFinding::check))
                    .as(forged.getKey())
                    .containsExactly("voted-budget-equals-funding");
            open.sql("update campaign set " + forged.getValue() + " where id = :campaign", Map.of());
        }
        open.run(() -> book.fund(open.campaign, 1_00, "behind the column", Actor.SYSTEM));
        assertThat(findings()).anyMatch(finding -> !finding.holds());
    }

    @Test
    void aBudgetRaisedLaterIsTheCampaignsAndTheTreesOncePerDecision() {
        for (int time = 0; time < 3; time++) {
            open.run(() -> book.raise(open.campaign, 5_00, "CC 2026/3", Actor.SYSTEM));
        }
        assertThat(open.in(() -> book.availableCents(open.campaign)))
                .isEqualTo(TestCampaign.BUDGET_CENTS - 299 * TestCampaign.FACE_CENTS + 5_00 - 1_07);
        assertThat(findings()).allMatch(AuditFinding::holds);
    }

    @Test
    void theApplicationCanNeitherChangeNorDeleteATransfer() {
        for (String sql : List.of("update transfer set amount_cents = 1", "delete from transfer")) {
            assertThat(open.in(() -> {
                        try {
                            transactions.executeWithoutResult(_ -> jdbc.sql(sql).update());
                            return "done";
                        } catch (RuntimeException e) {
                            return String.valueOf(e.getCause());
                        }
                    }))
                    .contains("permission denied");
        }
    }

    @Test
    void everyChangeBehindTheApplicationsBackIsFound() throws SQLException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < MUTATIONS; round++) {
            try (Connection owner = TestInstallation.get().database().connectAsOwner();
                    Statement statement = owner.createStatement()) {
                var forger = new Forger(owner, statement, open.commune.id().value(), random);
                List<String> undo = forger.forge();
                assertThat(findings())
                        .as("seed %s, round %s: %s", SEED, round, undo)
                        .anyMatch(finding -> !finding.holds());
                forger.undo(undo);
            }
            assertThat(findings()).as("seed %s, round %s undone", SEED, round).allMatch(AuditFinding::holds);
        }
    }

    private List<AuditFinding> findings() {
        return audit.run(Depth.FULL, List.of(open.commune));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
