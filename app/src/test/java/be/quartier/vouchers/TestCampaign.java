package be.quartier.vouchers;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Actor;
import be.quartier.testing.Fixture;
import be.quartier.testing.TestCommunes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An open campaign in a fresh commune, with shops that take part and vouchers of a hundred euro. */
@Fixture
class TestCampaign {

    static final long BUDGET_CENTS = 100_000_000_00L;
    static final long FACE_CENTS = 100_00;

    private static final AtomicInteger KEYS = new AtomicInteger();

    private final TestCommunes communes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CampaignBook book;
    private final Acceptances acceptances;
    private final Vouchers vouchers;
    private final Spends spends;
    private final Clock clock;

    TestCampaign(
            TestCommunes communes,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CampaignBook book,
            Acceptances acceptances,
            Vouchers vouchers,
            Spends spends,
            Clock clock) {
        this.communes = communes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.book = book;
        this.acceptances = acceptances;
        this.vouchers = vouchers;
        this.spends = spends;
        this.clock = clock;
    }

    /** One campaign of one commune, and what tests do in it. */
    final class Open {

        final Commune commune = communes.fresh();
        final UUID campaign = UUID.randomUUID();
        final UUID merchant = UUID.randomUUID();
        final UUID till = UUID.randomUUID();

        <T> T in(Supplier<T> work) {
            return Tenancy.in(commune.id(), work);
        }

        void run(Runnable work) {
            Tenancy.run(commune.id(), work);
        }

        void sql(String sql, Map<String, ?> values) {
            run(() -> transactions.executeWithoutResult(_ -> jdbc.sql(sql)
                    .param("commune", commune.id().value())
                    .param("campaign", campaign)
                    .params(values)
                    .update()));
        }

        List<Voucher> issue(int count) {
            IssueOutcome outcome = in(() -> vouchers.issueToBearer(campaign, count, Actor.SYSTEM));
            return ((IssueOutcome.Issued) outcome).vouchers();
        }

        VoucherCode.Token token(Voucher voucher) {
            return in(() -> vouchers.token(voucher));
        }

        SpendOutcome spend(Voucher voucher, long cents) {
            return spend(token(voucher), cents, key());
        }

        SpendOutcome spend(VoucherCode code, long cents, String key) {
            return in(() -> spends.spend(new Spend(code, cents, merchant, till, key)));
        }

        String key() {
            return "key-" + KEYS.incrementAndGet();
        }
    }

    Open open() {
        Open open = new Open();
        LocalDate today = Brussels.today(clock);
        open.run(() -> new OpenCampaignRow(
                        open.campaign, BUDGET_CENTS, FACE_CENTS, today.minusDays(40), today.plusDays(40))
                .write(jdbc, transactions, book));
        open.sql("""
                insert into trade (commune_id, code, position, name_fr, name_nl, name_de, name_en)
                values (:commune, 'librairie', 1, 'Librairie', 'Boekhandel', 'Buchhandlung', 'Bookshop')
                """, Map.of());
        open.sql("""
                insert into merchant (commune_id, id, name, bce, trade, state, contact_name, contact_mail, language, applied_at)
                values (:commune, :merchant, 'Librairie Test', '0403019261', 'librairie', 'accepted', 'Test',
                  'test@example.org', 'fr', now())
                """, Map.of("merchant", open.merchant));
        open.run(() -> acceptances.accept(open.campaign, open.merchant));
        return open;
    }
}
