package be.quartier.vouchers.live;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Actor;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.Refunds;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.SpendOutcome;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherDesk;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.OpenedCampaigns;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The dashboard's figures against real purchases. */
@QuartierTest
class LiveTests {

    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final UUID TILL = UUID.randomUUID();

    @Autowired
    TestCommunes communes;

    @Autowired
    OpenedCampaigns opened;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Acceptances acceptances;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Spends spends;

    @Autowired
    Refunds refunds;

    @Autowired
    VoucherDesk desk;

    @Autowired
    HouseholdViews views;

    @Autowired
    Live live;

    private Commune commune;
    private UUID campaign;
    private final UUID shop = UUID.randomUUID();

    @BeforeEach
    void begin() {
        commune = communes.fresh();
        campaign = in(() -> opened.open(100_000_00));
        Tenancy.run(commune.id(), () -> acceptances.accept(campaign, shop));
    }

    @Test
    void aPurchaseIsSeenAtTheNextLookAndAnUndoneOneIsGone() {
        var issued = issue(8);
        assertThat(look().totals().issuedCents()).isEqualTo(800_00);
        var spent = spend(issued.getFirst(), 12_50);
        assertThat(look().totals().spentCents()).isEqualTo(12_50);
        assertThat(look().totals().leftCents()).isEqualTo(787_50);
        assertThat(look().totals().used()).isEqualTo(1);
        in(() -> refunds.undo(new Refunds.Request(spent, shop, TILL, "undo-" + KEYS.incrementAndGet())));
        assertThat(look().totals().spentCents()).isZero();
        assertThat(look().totals().leftCents()).isEqualTo(800_00);
        assertThat(look().totals().purchases()).isZero();
        assertThat(look().totals().used()).isZero();
    }

    @Test
    void vouchersIssuedAfterTheFirstLookCountToo() {
        issue(3);
        assertThat(look().totals().issued()).isEqualTo(3);
        var more = issue(5);
        spend(more.getLast(), 5_00);
        assertThat(look().totals().issued()).isEqualTo(8);
        assertThat(look().totals().spentCents()).isEqualTo(5_00);
    }

    @Test
    void aShopWithFourHouseholdsIsHiddenAndWithFiveItIsShown() {
        var other = UUID.randomUUID();
        Tenancy.run(commune.id(), () -> acceptances.accept(campaign, other));
        var issued = issue(40);
        for (int each = 0; each < 20; each++) {
            spendAt(other, issued.get(each), 1_00);
        }
        for (int each = 20; each < 24; each++) {
            spend(issued.get(each), 1_00);
        }
        var place = CellKey.of("", "", shop.toString(), "");
        assertThat(look().shown(place)).isFalse();
        assertThat(look().shown(CellKey.of("", "", other.toString(), ""))).isFalse();
        spend(issued.get(24), 1_00);
        assertThat(look().shown(place)).isTrue();
        assertThat(look().shown(CellKey.of("", "", other.toString(), ""))).isTrue();
    }

    @Test
    void figuresAddUpAfterCancellationAndBlock() {
        var issued = issue(6);
        spend(issued.getFirst(), 30_00);
        in(() -> desk.cancel(issued.getFirst().id(), "twice in the file", Actor.SYSTEM));
        var totals = look().totals();
        assertThat(totals.returnedCents()).isEqualTo(70_00);
        assertThat(totals.issuedCents()).isEqualTo(totals.spentCents() + totals.leftCents() + totals.returnedCents());
    }

    @Test
    void aLookAtAHouseholdIsKeptAndIsTheViewersOwn() {
        var issued = issue(1);
        var viewer = UUID.randomUUID();
        var look = in(() -> views.begin(campaign, issued.getFirst().serial(), viewer, "the family asks at the counter"))
                .orElseThrow();
        assertThat(in(() -> views.running(look.id(), viewer))).isPresent();
        assertThat(in(() -> views.running(look.id(), UUID.randomUUID()))).isEmpty();
        assertThat(in(() -> views.of(look.household())))
                .containsExactly(in(() -> views.newest(1)).getFirst());
        assertThat(in(() -> views.vouchers(look)))
                .extracting(HouseholdVoucher::voucher)
                .containsExactly(issued.getFirst().id());
        assertThat(in(() -> views.begin(campaign, 999, viewer, "the family asks at the counter")))
                .isEqualTo(Optional.empty());
    }

    private LiveView look() {
        return in(() -> live.look(campaigns.find(campaign).orElseThrow()));
    }

    private List<Voucher> issue(int count) {
        var outcome = in(() -> vouchers.issueToBearer(campaign, count, Actor.SYSTEM));
        return ((IssueOutcome.Issued) outcome).vouchers();
    }

    private UUID spend(Voucher voucher, long cents) {
        return spendAt(shop, voucher, cents);
    }

    private UUID spendAt(UUID merchant, Voucher voucher, long cents) {
        var token = in(() -> vouchers.token(voucher));
        var outcome = in(() -> spends.spend(new Spend(token, cents, merchant, TILL, "live-" + KEYS.incrementAndGet())));
        assertThat(outcome).isInstanceOf(SpendOutcome.Done.class);
        return ((SpendOutcome.Done) outcome).id();
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(commune.id(), work);
    }
}
