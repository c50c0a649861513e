package be.quartier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.WorkingDays;
import be.quartier.demo.fill.DemoWorld;
import be.quartier.demo.fill.ShopMotion;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.callbacks.CallBack;
import be.quartier.merchants.callbacks.CallBackState;
import be.quartier.merchants.callbacks.CallBacks;
import be.quartier.shop.Modality;
import be.quartier.shop.OrderSource;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.OrderLine;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.SellingTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** The orders of a filled commune of the demonstration, in its tenancy. */
record DemoOrders(ApplicationContext context) {

    private static final Set<MerchantState> ALL = EnumSet.allOf(MerchantState.class);
    private static final int TURNS = 30;

    /**
     * One stands in every state; each way that a shop of the town offers is used, one is paid online; some are brought and some
     * fetched, one was typed for a caller; a customer is asked about a weight and about a substitute; the call-backs are on time
     * and late.
     */
    DemoOrders areOfEveryKind() {
        List<MerchantOrder> parts = parts();
        assertThat(parts.stream().map(MerchantOrder::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(legs(parts).map(Leg::modality).collect(Collectors.toSet()))
                .contains(Modality.TRANSFER, Modality.ONLINE, Modality.VOUCHER, Modality.AT_PICKUP, Modality.AT_DOOR)
                .containsExactlyInAnyOrderElementsOf(offered());
        assertThat(legs(parts))
                .anyMatch(leg -> leg.modality() == Modality.ONLINE && leg.paidCents() > 0 && leg.dueCents() == 0);
        assertThat(parts)
                .anyMatch(part -> part.slot().isPresent())
                .anyMatch(part -> part.slot().isEmpty());
        assertThat(parts.stream().flatMap(part -> part.lines().stream()))
                .anyMatch(line -> !line.live())
                .anyMatch(OrderLine::waits)
                .anyMatch(line -> line.state() == OrderLine.State.ASKED);
        Orders orders = context.getBean(Orders.class);
        assertThat(parts)
                .anyMatch(part -> orders.find(part.order()).orElseThrow().source() == OrderSource.PHONE);
        List<CallBack> waiting = context.getBean(CallBacks.class).in(CallBackState.WAITING);
        assertThat(waiting).allMatch(call -> WorkingDays.isOne(call.dueOn()));
        assertThat(waiting.stream().map(CallBack::dueOn).distinct()).hasSizeGreaterThan(1);
        return this;
    }

    /** What the background does now and then, many times at once. */
    void moveOn(String slug) {
        var town = context.getBean(DemoWorld.class).town(slug).orElseThrow();
        long before = events();
        int happened = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            happened += context.getBean(ShopMotion.class).happen(town);
        }
        assertThat(happened).isPositive();
        assertThat(events()).isGreaterThan(before);
    }

    private static Stream<Leg> legs(List<MerchantOrder> parts) {
        return parts.stream().flatMap(part -> part.legs().stream());
    }

    /** How the shops of the commune can be paid. */
    private Set<Modality> offered() {
        List<UUID> shops = context.getBean(Merchants.class).accepted().stream()
                .map(Merchant::id)
                .toList();
        return context.getBean(Offers.class).terms(shops).values().stream()
                .flatMap(terms -> terms.ways().stream())
                .map(SellingTerms.Way::modality)
                .collect(Collectors.toSet());
    }

    private long events() {
        return parts().stream().mapToLong(part -> part.events().size()).sum();
    }

    private List<MerchantOrder> parts() {
        MerchantDesk desk = context.getBean(MerchantDesk.class);
        return context.getBean(Merchants.class).accepted().stream()
                .map(Merchant::id)
                .flatMap(merchant -> desk.parts(merchant, ALL).stream())
                .toList();
    }
}
