package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.ledger.Actor;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditCheck.Depth;
import be.quartier.ledger.AuditFinding;
import be.quartier.ledger.Sealer;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.testing.Fixture;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.OpenCampaignRow;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.Vouchers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Vouchers that shops of a street take. */
@Fixture
class TestVouchers {

    /** What is on a voucher. */
    static final long FACE_CENTS = 100_00;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CampaignBook book;
    private final Acceptances acceptances;
    private final Vouchers vouchers;
    private final Sealer sealer;
    private final Audit audit;
    private final Clock clock;

    TestVouchers(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CampaignBook book,
            Acceptances acceptances,
            Vouchers vouchers,
            Sealer sealer,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.book = book;
        this.acceptances = acceptances;
        this.vouchers = vouchers;
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
    }

    /** An open campaign for so many vouchers, in which these merchants take part. */
    UUID campaign(Street street, long most, List<UUID> merchants) {
        UUID campaign = UUID.randomUUID();
        LocalDate today = Brussels.today(clock);
        return street.in(() -> {
            new OpenCampaignRow(campaign, most * FACE_CENTS, FACE_CENTS, today.minusDays(1), today.plusDays(9))
                    .write(jdbc, transactions, book);
            merchants.forEach(merchant -> acceptances.accept(campaign, merchant));
            return campaign;
        });
    }

    /** A new voucher. */
    Voucher voucher(Street street, UUID campaign) {
        return street.in(() -> ((IssueOutcome.Issued) vouchers.issueToBearer(campaign, 1, Actor.SYSTEM))
                .vouchers()
                .getFirst());
    }

    /** What is on the letter of a voucher. */
    VoucherCode.Token token(Street street, Voucher voucher) {
        return street.in(() -> vouchers.token(voucher));
    }

    /** Looks at all of the street's money. */
    void everythingHolds(Street street) {
        sealer.seal(street.commune.id());
        assertThat(audit.run(Depth.FULL, List.of(street.commune))).allMatch(AuditFinding::holds);
    }
}
