package be.quartier.shop.day;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.commune.Role;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantBook;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.Prices.VatShare;
import be.quartier.shop.orders.TestShop;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.shop.slots.Slots;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.till.Phone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a merchant gathers, what its days come to, and which payments it ticks. */
@QuartierTest
class DayTests {

    private static final Actor BY = new Actor.Job("test");

    @Autowired
    TestShop shop;

    @Autowired
    MerchantDesk desk;

    @Autowired
    MerchantBook book;

    @Autowired
    Orders orders;

    @Autowired
    Slots slots;

    @LocalServerPort
    int port;

    private Street street;
    private UUID baker;
    private Ware bread;
    private Ware beer;
    private Ware meat;

    @BeforeEach
    void aStreet() {
        street = shop.street();
        baker = street.merchant("transfer", "at-pickup", "at-door");
        bread = street.pieces(baker, 3_20, 60, 50);
        beer = street.pieces(baker, 2_50, 210, 50);
        meat = street.weighed(baker, 18_90, 60, 9_000);
        street.sql(
                "update variant set deposit_cents = 10 where commune_id = :commune and id = :id",
                Map.of("id", beer.variant()));
    }

    @Test
    void thePickListAddsUpEachArticleForEachMomentAndLeavesOutWhatIsMissing() {
        UUID slot = street.slot(9);
        MerchantOrder brought = accepted(Optional.of(slot), Set.of(), line(bread, 2), line(meat, 650));
        accepted(Optional.of(slot), Set.of(), line(bread, 3));
        accepted(Optional.empty(), Set.of(1), line(bread, 1), line(beer, 6));
        place(Optional.of(slot), line(bread, 40));
        List<MerchantOrder> parts = street.in(() -> book.toPrepare(baker));
        PickList list = PickList.of(
                parts, Map.of(slot, street.in(() -> slots.find(slot)).orElseThrow()));
        assertThat(list.windows()).hasSize(2);
        PickList.Window fetched = list.windows().getFirst();
        assertThat(fetched.slot()).isEmpty();
        assertThat(fetched.goods())
                .singleElement()
                .satisfies(one -> assertThat(one.quantity())
                        .as("not the beer that is missing")
                        .isEqualTo(1));
        PickList.Window window = list.windows().getLast();
        assertThat(window.parcels()).hasSize(2);
        assertThat(window.goods())
                .extracting(PickList.Goods::quantity, PickList.Goods::orders)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(5L, 2), org.assertj.core.groups.Tuple.tuple(650L, 1));
        assertThat(street.in(() -> book.names(List.of(brought.order())))).containsValue("Ann Peeters");
    }

    @Test
    void aStatementCountsEachOrderOnTheDayItEndedWithItsVatAndDeposits() {
        MerchantOrder paid = accepted(Optional.empty(), Set.of(), line(bread, 2), line(beer, 3));
        handOver(paid, true);
        MerchantOrder unpaid = accepted(Optional.empty(), Set.of(), line(bread, 1));
        handOver(unpaid, false);
        MerchantOrder refused = place(Optional.empty(), line(bread, 4));
        street.in(() -> desk.refuse(baker, refused.id(), "fermé", BY));
        accepted(Optional.empty(), Set.of(), line(bread, 9));
        Period today = Period.day(Brussels.dateOf(Instant.now()));
        Statement statement = statement(today);
        assertThat(statement.entries()).hasSize(3);
        assertThat(statement.totalCents()).isEqualTo(6_40 + 7_80 + 3_20);
        assertThat(statement.depositCents()).isEqualTo(30);
        assertThat(statement.vat())
                .containsExactly(Map.entry(60, new VatShare(9_60, 36 + 18)), Map.entry(210, new VatShare(7_50, 1_30)));
        assertThat(statement.ways()).containsOnlyKeys(Modality.TRANSFER);
        assertThat(statement.ways().get(Modality.TRANSFER)).isEqualTo(new Statement.Way(2, 17_40, 14_20, 0, 3_20, 0));
        assertThat(statement.days())
                .singleElement()
                .isEqualTo(new Statement.Day(today.first(), 2, 17_40, 36 + 18 + 1_30));
        assertThat(statement(Period.monthOf(today.first())).entries()).hasSize(3);
        assertThat(statement(today.previous()).entries()).isEmpty();
        assertThat(street.in(() -> book.ended(UUID.randomUUID(), today.from(), today.until())))
                .as("nobody else's")
                .isEmpty();
    }

    @Test
    void aMonthIsNamedByItsNumberAndNothingElseIsAPeriod() {
        assertThat(Period.of("2026-02").orElseThrow().after()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Period.of("2026-03-29").orElseThrow().until())
                .as("an hour shorter in Brussels")
                .isEqualTo(Period.of("2026-03-29").orElseThrow().from().plusSeconds(23 * 3_600));
        for (String wrong : List.of(
                "",
                "2026",
                "2026-13",
                "2026-02-30",
                "+99999-01",
                "0001-01",
                UUID.randomUUID().toString())) {
            assertThat(Period.of(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void aMerchantTicksWhatItReceivedAndReadsPagesAndFilesInItsLanguage() {
        MerchantOrder part = accepted(Optional.empty(), Set.of(), line(bread, 2), line(beer, 1));
        handOver(part, false);
        place(Optional.empty(), line(bread, 1));
        Phone phone = new Phone(port, "/" + street.commune.slug());
        phone.signIn(street.signedIn(Role.MERCHANT, Optional.of(baker)));
        assertThat(phone.get("/merchant/orders/waiting").body()).startsWith("{\"waiting\":1,\"newest\":\"");
        assertThat(phone.get("/merchant/orders").body()).contains("id=\"arrivals\"", "Liste de préparation");
        assertThat(phone.get("/merchant/orders/pick-list").body())
                .contains("Une nouvelle commande attend votre réponse");
        Leg leg = part.legs().getFirst();
        phone.get("/merchant/orders/payments?q=" + leg.reference());
        assertThat(phone.page()).contains(part.number(), "9,00");
        phone.post("/merchant/orders/payments/received", Map.of());
        assertThat(phone.page()).contains("Rien n’était coché");
        phone.post("/merchant/orders/payments/received", Map.of("leg", leg.id().toString()));
        assertThat(phone.page()).contains("C’est noté");
        assertThat(street.in(() -> desk.part(baker, part.id())).orElseThrow().state())
                .isEqualTo(MerchantState.SETTLED);
        phone.post("/merchant/orders/payments/received", Map.of("leg", leg.id().toString()));
        assertThat(phone.page()).contains("0 sur 1");
        String day = Brussels.dateOf(Instant.now()).toString();
        assertThat(phone.get("/merchant/orders/statements").body()).contains("9,00", "21 %");
        assertThat(phone.get("/merchant/orders/statements/" + day).body()).contains(part.number());
        assertThat(phone.get("/merchant/orders/statements/" + day + ".csv").body())
                .contains(part.number() + ";" + day + ";Remise;Virement;9,00");
        assertThat(phone.get("/merchant/orders/statements/" + day + ".pdf").body())
                .startsWith("%PDF");
        assertThat(phone.get("/merchant/orders/pick-list.pdf").body()).startsWith("%PDF");
        assertThat(phone.get("/merchant/orders/statements/2999-01").statusCode())
                .isEqualTo(404);
        assertThat(phone.get("/merchant/orders/statements/nothing").statusCode())
                .isEqualTo(404);
    }

    private Statement statement(Period period) {
        return Statement.of(period, street.in(() -> book.ended(baker, period.from(), period.until())));
    }

    private void handOver(MerchantOrder part, boolean paid) {
        street.in(() -> desk.ready(baker, part.id(), BY));
        if (paid) {
            street.in(() -> desk.paid(baker, part.id(), part.legs().getFirst().id(), BY));
        }
        street.in(() -> desk.advance(baker, part.id(), MerchantState.DELIVERED, BY));
    }

    private MerchantOrder accepted(Optional<UUID> slot, Set<Integer> missing, OrderWish.Line... lines) {
        MerchantOrder part = place(slot, lines);
        Set<UUID> lacking =
                missing.stream().map(at -> part.lines().get(at).id()).collect(java.util.stream.Collectors.toSet());
        street.in(() -> desk.accept(baker, part.id(), lacking, BY));
        return part;
    }

    private MerchantOrder place(Optional<UUID> slot, OrderWish.Line... lines) {
        Placed placed = (Placed) street.order(UUID.randomUUID().toString(), slot, Map.of(), lines);
        Order order = street.in(() -> orders.find(placed.order())).orElseThrow();
        return order.parts().getFirst();
    }

    private static OrderWish.Line line(Ware ware, long quantity) {
        return new OrderWish.Line(ware.variant(), quantity);
    }
}
