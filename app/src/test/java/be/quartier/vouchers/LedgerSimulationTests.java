package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.ledger.Accounts;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditCheck.Depth;
import be.quartier.ledger.AuditFinding;
import be.quartier.ledger.Sealer;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.TestCampaign.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seeded lives of vouchers on the real database, each step checked against a model: spends, refunds, undos, holds, blocks,
 * reissues, cancellations, expiry; answers lost and asked for again, requests doubled and out of order, work cut off
 * before its commit. {@code -Dquartier.simulation.histories=100000} for the long form, {@code -Dquartier.simulation.seed}
 * to replay one.
 */
@QuartierTest
class LedgerSimulationTests {

    private static final int HISTORIES = Integer.getInteger("quartier.simulation.histories", 10_000);
    private static final long SEED = Long.getLong("quartier.simulation.seed", 20261123L);
    private static final int AT_ONCE = 48;

    @Autowired
    TestCampaign campaigns;

    @Autowired
    VoucherDesk desk;

    @Autowired
    Refunds refunds;

    @Autowired
    Accounts accounts;

    @Autowired
    SpendBatch batch;

    @Autowired
    Holds holds;

    @Autowired
    VoucherSecrets secrets;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Sealer sealer;

    @Autowired
    Audit audit;

    @Test
    void everyLifeOfAVoucherKeepsEveryInvariantAfterEveryStep() throws Exception {
        Open open = campaigns.open();
        VoucherLife.Town town =
                new VoucherLife.Town(open, desk, refunds, accounts, batch, holds, secrets, transactions);
        List<Voucher> vouchers = open.issue(HISTORIES);
        long before = System.nanoTime();
        List<Future<Integer>> lives = new ArrayList<>();
        int steps = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int at = 0; at < HISTORIES; at++) {
                Voucher voucher = vouchers.get(at);
                long seed = SEED + at;
                lives.add(threads.submit(() -> new VoucherLife(town, voucher, seed).live()));
            }
            for (Future<Integer> life : lives) {
                steps += life.get();
            }
        }
        System.out.printf(
                "simulation: %d histories, %d steps, seed %d, %.1f s%n",
                HISTORIES, steps, SEED, (System.nanoTime() - before) / 1e9);
        sealer.seal(open.commune.id());
        assertThat(audit.run(Depth.FULL, List.of(open.commune))).allMatch(AuditFinding::holds);
    }
}
