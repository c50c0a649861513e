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
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** The orders of a filled commune of the demonstration, in its tenancy. */
record DemoOrders(ApplicationContext context) {

    private static final Set<MerchantState> ALL = EnumSet.allOf(MerchantState.class);
    private static final int TURNS = 30;

    /** Some are new, some under way, some over; some are brought; the call-backs are on time and late. */
    DemoOrders areOfEveryKind() {
        Set<MerchantState> states = parts().stream().map(MerchantOrder::state).collect(Collectors.toSet());
        assertThat(states).contains(MerchantState.PLACED, MerchantState.SETTLED).hasSizeGreaterThan(2);
        Set<Modality> ways = parts().stream()
                .flatMap(part -> part.legs().stream().map(leg -> leg.modality()))
                .collect(Collectors.toSet());
        assertThat(ways).contains(Modality.TRANSFER);
        assertThat(parts()).anyMatch(part -> part.slot().isPresent());
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
