package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import be.quartier.commune.Language;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.GuardedAccount;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.Refusal;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A part that a voucher pays: set aside with the order, paid when ready, given back when refused. */
@QuartierTest
class VoucherOrderTests {

    private static final Actor BY = new Actor.Job("test");

    @Autowired
    TestShop shop;

    @Autowired
    MerchantDesk desk;

    @Autowired
    Orders orders;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Accounts accounts;

    @Autowired
    TestVouchers campaigns;

    private UUID campaign = new UUID(0, 0);
    private Street street;
    private UUID baker;
    private UUID butcher;
    private Ware bread;
    private Ware cheese;
    private Ware meat;
    private Voucher voucher;

    @BeforeEach
    void aStreetWithAVoucher() {
        street = shop.street();
        baker = street.merchant("voucher", "at-pickup");
        butcher = street.merchant("at-pickup");
        bread = street.pieces(baker, 3_20, 60, 10);
        cheese = street.weighed(baker, 20_00, 60, 5_000);
        meat = street.pieces(butcher, 9_00, 60, 5);
        campaign = campaigns.campaign(street, 10, List.of(baker));
        voucher = campaigns.voucher(street, campaign);
    }

    @Test
    void whatIsRefusedGoesBackToTheVoucherAndOnlyItsLegChanges() {
        Order order = placed(1_000);
        assertThat(left()).isEqualTo(100_00 - 6_40 - 20_00);
        MerchantOrder part = street.part(order, baker);
        UUID line = part.lines().getFirst().id();
        assertThat(street.in(() -> desk.accept(baker, part.id(), Set.of(line), BY)))
                .isEqualTo(Moved.DONE);
        assertThat(street.part(order, butcher).totalCents()).isEqualTo(9_00);
        assertThat(street.in(() -> desk.ready(baker, part.id(), BY))).isEqualTo(Moved.DONE);
        assertThat(left()).isEqualTo(80_00);
        assertThat(owed()).isEqualTo(20_00);
        assertThat(street.part(order, baker).legs().getFirst().dueCents()).isZero();
        everythingHolds();
    }

    @Test
    void aLineThatShrankAndGrewAgainIsStillPaidByWhatWasSetAside() {
        Order order = placed(1_000);
        MerchantOrder part = street.part(order, baker);
        UUID line = part.lines().getLast().id();
        street.in(() -> desk.accept(baker, part.id(), Set.of(), BY));
        street.in(() -> desk.weigh(baker, part.id(), line, 800, 10, BY));
        street.in(() -> desk.weigh(baker, part.id(), line, 950, 10, BY));
        assertThat(street.part(order, baker).legs())
                .singleElement()
                .extracting(Leg::amountCents)
                .isEqualTo(6_40L + 19_00);
        street.in(() -> desk.weigh(baker, part.id(), line, 1_050, 10, BY));
        assertThat(street.part(order, baker).legs())
                .extracting(Leg::modality, Leg::amountCents)
                .containsExactly(tuple(Modality.VOUCHER, 6_40L + 20_00), tuple(Modality.AT_PICKUP, 1_00L));
        street.in(() -> desk.ready(baker, part.id(), BY));
        assertThat(owed()).isEqualTo(26_40);
        everythingHolds();
    }

    @Test
    void aShopThatDeclinesGivesTheVoucherAllOfItBackOnce() {
        Order order = placed(500);
        MerchantOrder part = street.part(order, baker);
        for (int time = 0; time < 3; time++) {
            street.in(() -> desk.refuse(baker, part.id(), "closed", BY));
        }
        assertThat(left()).isEqualTo(100_00);
        assertThat(street.free(bread.unit())).isEqualTo(10);
        everythingHolds();
    }

    @Test
    void aVoucherThatIsTooSmallLeavesNothingBehind() {
        assertThat(place(4_800))
                .isEqualTo(new PlaceOutcome.VoucherRefused(Refusal.INSUFFICIENT_BALANCE, OptionalLong.of(100_00)));
        assertThat(left()).isEqualTo(100_00);
        assertThat(street.free(cheese.unit())).isEqualTo(5_000);
        assertThat(street.free(meat.unit())).isEqualTo(5);
        assertThat(street.number("select count(*) from shop_order where commune_id = :commune", Map.of()))
                .isZero();
    }

    @Test
    void aVoucherPaysWhatItCanAndAnotherWayTheRest() {
        Order order = placed(4_800, Map.of(baker, Modality.AT_PICKUP));
        assertThat(left()).isZero();
        assertThat(street.part(order, baker).legs())
                .extracting(Leg::modality, Leg::amountCents)
                .containsExactly(tuple(Modality.VOUCHER, 100_00L), tuple(Modality.AT_PICKUP, 2_40L));
        MerchantOrder part = street.part(order, baker);
        UUID bread = part.lines().getFirst().id();
        street.in(() -> desk.accept(baker, part.id(), Set.of(bread), BY));
        assertThat(street.part(order, baker).legs())
                .as("the family's own money is spared first")
                .extracting(Leg::modality, Leg::amountCents)
                .containsExactly(tuple(Modality.VOUCHER, 96_00L), tuple(Modality.AT_PICKUP, 0L));
        UUID cheeses = part.lines().getLast().id();
        street.in(() -> desk.weigh(baker, part.id(), cheeses, 5_075, 10, BY));
        assertThat(street.part(order, baker).legs())
                .extracting(Leg::amountCents)
                .containsExactly(100_00L, 1_50L);
        street.in(() -> desk.weigh(baker, part.id(), cheeses, 4_500, 10, BY));
        street.in(() -> desk.ready(baker, part.id(), BY));
        assertThat(owed()).isEqualTo(90_00);
        assertThat(left()).isEqualTo(10_00);
        everythingHolds();
    }

    @Test
    void theSameRequestAgainGivesTheSameLegsToTheCent() {
        Placed first = (Placed) place(4_800, Map.of(baker, Modality.AT_PICKUP));
        Placed again = (Placed) place(4_800, Map.of(baker, Modality.AT_PICKUP));
        assertThat(again).isEqualTo(first);
        assertThat(first.answer())
                .contains(
                        "\"modality\":\"voucher\",\"amountCents\":10000",
                        "\"modality\":\"at-pickup\",\"amountCents\":240");
        assertThat(place(4_800, Map.of())).isInstanceOf(PlaceOutcome.Refused.class);
        assertThat(left()).isZero();
    }

    @Test
    void theRestIsPaidInAWayThatTheMerchantOffers() {
        assertThat(place(4_800, Map.of(baker, Modality.LINK)))
                .isEqualTo(new PlaceOutcome.Refused(PlaceOutcome.Why.MODALITY, Map.of("merchant", baker.toString())));
        assertThat(place(4_800, Map.of(baker, Modality.VOUCHER))).isInstanceOf(PlaceOutcome.Refused.class);
        assertThat(left()).isEqualTo(100_00);
    }

    private Order placed(long grams) {
        return placed(grams, Map.of());
    }

    private Order placed(long grams, Map<UUID, Modality> rests) {
        Placed placed = (Placed) place(grams, rests);
        return street.found(placed.order());
    }

    private PlaceOutcome place(long grams) {
        return place(grams, Map.of());
    }

    private PlaceOutcome place(long grams, Map<UUID, Modality> rests) {
        OrderWish wish = new OrderWish(
                "order-" + grams,
                List.of(
                        new OrderWish.Line(bread.variant(), 2),
                        new OrderWish.Line(cheese.variant(), grams),
                        new OrderWish.Line(meat.variant(), 1)),
                Optional.empty(),
                new Contact("Ann Peeters", "ann@example.org", "", ""),
                Map.of(baker, Modality.VOUCHER),
                Optional.of(street.in(() -> vouchers.token(voucher))),
                Language.FR,
                Optional.empty(),
                rests);
        return street.in(() -> orders.place(wish));
    }

    private long left() {
        return street.in(() -> accounts.guarded(voucher.id()))
                .map(GuardedAccount::balanceCents)
                .orElseThrow();
    }

    private long owed() {
        return street.in(() -> accounts.balanceCents(Accounts.id(campaign, AccountKind.MERCHANT_PAYABLE, baker)));
    }

    private void everythingHolds() {
        campaigns.everythingHolds(street);
    }
}
