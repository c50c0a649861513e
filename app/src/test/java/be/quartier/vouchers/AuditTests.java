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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit holds on what the application did, and finds what somebody did behind its back. */
@QuartierTest
@Import(TestCampaign.class)
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
                List<UUID> ids = transfers(statement);
                List<String> undo = mutate(statement, random.nextInt(9), ids, random);
                assertThat(findings())
                        .as("seed %s, round %s: %s", SEED, round, undo)
                        .anyMatch(finding -> !finding.holds());
                together(owner, statement, undo);
            }
            assertThat(findings()).as("seed %s, round %s undone", SEED, round).allMatch(AuditFinding::holds);
        }
    }

    /** One transaction, in which the sealer of the running application waits: it must not find half of it done. */
    private static void together(Connection owner, Statement statement, List<String> undo) throws SQLException {
        owner.setAutoCommit(false);
        statement.execute("lock table log_head in exclusive mode");
        for (String sql : undo) {
            statement.execute(sql);
        }
        owner.commit();
    }

    /** Changes something and gives the statements that change it back. */
    private List<String> mutate(Statement statement, int kind, List<UUID> ids, SplittableRandom random)
            throws SQLException {
        int commune = open.commune.id().value();
        UUID id = ids.get(random.nextInt(ids.size()));
        UUID other = ids.get((ids.indexOf(id) + 1) % ids.size());
        String where = " where commune_id = " + commune + " and id = '" + id + "'";
        String keep = "create table kept_row as select * from transfer" + where;
        String back = "insert into transfer select * from kept_row";
        List<String> undo = new ArrayList<>();
        switch (kind) {
            case 0 -> change(statement, undo, "amount_cents", "amount_cents + 1", "amount_cents - 1", where);
            case 1 ->
                change(statement, undo, "at", "at + interval '1 microsecond'", "at - interval '1 microsecond'", where);
            case 2 -> change(statement, undo, "note", "'faux'", "null", where);
            case 3 -> {
                statement.execute("drop table if exists kept_row");
                statement.execute(keep);
                statement.execute("delete from transfer" + where);
                undo.add(back);
                undo.add("drop table kept_row");
            }
            case 4 -> {
                UUID inserted = UUID.randomUUID();
                statement.execute(
                        "insert into transfer (commune_id, id, book_id, debit_id, credit_id, amount_cents, reason,"
                                + " at, actor_kind, request_hash, xact, cluster) select commune_id, '" + inserted
                                + "', book_id, credit_id, debit_id, 1, reason, at, actor_kind, request_hash, xact, cluster"
                                + " from transfer" + where);
                undo.add("delete from transfer where commune_id = " + commune + " and id = '" + inserted + "'");
            }
            case 5 -> {
                String swap = "update log_order set transfers = array_replace(array_replace(array_replace(transfers, '"
                        + id + "', '" + new UUID(0, 1) + "'), '" + other + "', '" + id + "'), '" + new UUID(0, 1)
                        + "', '" + other + "') where commune_id = " + commune;
                statement.execute(swap);
                undo.add(swap);
            }
            case 6 -> {
                String flip = "update log_tile set hashes = set_byte(hashes, %1$s, get_byte(hashes, %1$s) # 1)"
                                .formatted(random.nextInt(32))
                        + " where commune_id = " + commune + " and level = 0 and index = 1";
                statement.execute(flip);
                undo.add(flip);
            }
            case 7 -> {
                statement.execute("update account set balance_cents = balance_cents + 1 where commune_id = " + commune
                        + " and balance_cents is not null and id = (select min(id::text)::uuid from account where"
                        + " commune_id = " + commune + " and balance_cents is not null)");
                undo.add("update account set balance_cents = balance_cents - 1 where commune_id = " + commune
                        + " and balance_cents is not null and id = (select min(id::text)::uuid from account where"
                        + " commune_id = " + commune + " and balance_cents is not null)");
            }
            default -> truncate(statement, undo, commune);
        }
        return undo;
    }

    /** Cuts the end off: the last transfer, its leaf, the head and the checkpoint, as a careful forger would. */
    private static void truncate(Statement statement, List<String> undo, int commune) throws SQLException {
        for (String table : List.of("transfer", "log_head", "log_tile", "log_order", "log_checkpoint")) {
            statement.execute("drop table if exists kept_" + table);
            statement.execute(
                    "create table kept_" + table + " as select * from " + table + " where commune_id = " + commune);
            undo.add("delete from " + table + " where commune_id = " + commune);
            undo.add("insert into " + table + " select * from kept_" + table);
            undo.add("drop table kept_" + table);
        }
        for (String table : List.of("log_head", "log_tile", "log_order", "log_checkpoint", "transfer")) {
            statement.execute("delete from " + table + " where commune_id = " + commune);
        }
        statement.execute(
                "update account set balance_cents = 0 where commune_id = " + commune + " and balance_cents > 0");
        undo.add(
                "update account a set balance_cents = coalesce((select sum(case when t.credit_id = a.id then amount_cents"
                        + " else -amount_cents end) from transfer t where t.commune_id = " + commune
                        + " and a.id in (t.credit_id, t.debit_id)), 0) where commune_id = " + commune
                        + " and balance_cents is not null");
    }

    private static void change(
            Statement statement, List<String> undo, String column, String to, String back, String where)
            throws SQLException {
        statement.execute("update transfer set " + column + " = " + to + where);
        undo.add("update transfer set " + column + " = " + back + where);
    }

    private List<UUID> transfers(Statement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select id from transfer where commune_id = "
                + open.commune.id().value() + " order by xact, id")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
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
