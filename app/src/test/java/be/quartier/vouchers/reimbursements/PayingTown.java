package be.quartier.vouchers.reimbursements;

import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.merchants.Applied;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.Shops;
import be.quartier.money.Bce;
import be.quartier.testing.Fixture;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.OpenCampaignRow;
import be.quartier.vouchers.Refunds;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.SpendOutcome;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A commune with an open campaign, accepted shops with accounts, and vouchers of a thousand euro. */
@Fixture
final class PayingTown {

    static final long BUDGET_CENTS = 100_000_00L;
    static final long FACE_CENTS = 1_000_00L;

    private final TestCommunes communes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CampaignBook book;
    private final Acceptances acceptances;
    private final Vouchers vouchers;
    private final Spends spends;
    private final Refunds refunds;
    private final Merchants merchants;
    private final Accounts accounts;
    private final PaymentSettings settings;
    private final Clock clock;

    PayingTown(
            TestCommunes communes,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CampaignBook book,
            Acceptances acceptances,
            Vouchers vouchers,
            Spends spends,
            Refunds refunds,
            Merchants merchants,
            Accounts accounts,
            PaymentSettings settings,
            Clock clock) {
        this.communes = communes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.book = book;
        this.acceptances = acceptances;
        this.vouchers = vouchers;
        this.spends = spends;
        this.refunds = refunds;
        this.merchants = merchants;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** One such commune. */
    final class Town {

        final CommuneId commune = communes.fresh().id();
        final UUID campaign = new UUID(7, commune.value());
        final List<UUID> shops = new ArrayList<>();
        final List<Voucher> bons = new ArrayList<>();
        private int keys;

        <T> T in(Supplier<T> work) {
            return Tenancy.in(commune, work);
        }

        UUID spend(int shop, int bon, long cents) {
            var code = in(() -> vouchers.token(bons.get(bon)));
            var spend = new Spend(code, cents, shops.get(shop), new UUID(5, shop), "s" + keys++);
            return ((SpendOutcome.Done) in(() -> spends.spend(spend))).id();
        }

        SpendOutcome refund(int shop, UUID spend, long cents) {
            var request = new Refunds.Request(spend, shops.get(shop), new UUID(5, shop), "r" + keys++);
            return in(() -> refunds.refund(request, cents));
        }

        void signTwiceFrom(long cents) {
            Tenancy.run(
                    commune,
                    () -> transactions.executeWithoutResult(
                            _ -> jdbc.sql("update campaign set double_sign_cents = ? where id = ?")
                                    .params(cents, campaign)
                                    .update()));
        }

        long payable(int shop) {
            return balance(Accounts.id(campaign, AccountKind.MERCHANT_PAYABLE, shops.get(shop)));
        }

        long at(AccountKind kind) {
            return balance(Accounts.id(campaign, kind));
        }

        private long balance(UUID account) {
            return in(() -> accounts.balanceCents(account));
        }
    }

    Town with(int shops, int bons) {
        Town town = new Town();
        LocalDate today = Brussels.today(clock);
        Tenancy.run(town.commune, () -> {
            new OpenCampaignRow(town.campaign, BUDGET_CENTS, FACE_CENTS, today.minusDays(40), today.plusDays(40))
                    .write(jdbc, transactions, book);
            for (int i = 1; i <= shops; i++) {
                var applied = (Applied.Waiting) merchants.apply(Shops.numbered(i), Optional.empty());
                merchants.accept(applied.merchant(), Optional.empty());
                acceptances.accept(town.campaign, applied.merchant());
                town.shops.add(applied.merchant());
            }
            var issued = (IssueOutcome.Issued) vouchers.issueToBearer(town.campaign, bons, Actor.SYSTEM);
            town.bons.addAll(issued.vouchers());
            settings.debtor(new Debtor("Commune de Testville", Shops.iban(99), Optional.of(new Bce("0207437468"))));
        });
        return town;
    }
}
