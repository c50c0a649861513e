package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.demo.region.Town;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Keeps the shops of the demonstration in motion: every half minute or so somebody orders, or a few orders go a step further,
 * and empty shelves are filled. It never touches what a visitor ordered.
 */
@Component
public class ShopMotion extends TownMotion {

    private static final int PAUSE_SECONDS_MIN = 10;
    private static final int PAUSE_SECONDS_MAX = 40;
    private static final int ORDERS_IN_TEN = 2;
    private static final int STEPS = 4;
    /** So long a new order waits for a visitor who plays the shop. */
    private static final Duration LEFT_TO_VISITORS = Duration.ofMinutes(8);

    private static final Set<MerchantState> MOVING = EnumSet.complementOf(EnumSet.of(MerchantState.SETTLED));

    private final Merchants merchants;
    private final MerchantDesk desk;
    private final Orders orders;
    private final Customers customers;
    private final Shopkeepers shops;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, LocalDate> slotsOpened = new HashMap<>();

    ShopMotion(
            Towns towns,
            Merchants merchants,
            MerchantDesk desk,
            Orders orders,
            Customers customers,
            Shopkeepers shops,
            Clock clock,
            RandomGenerator random) {
        super("demo-shop-motion", towns, PAUSE_SECONDS_MIN, PAUSE_SECONDS_MAX);
        this.merchants = merchants;
        this.desk = desk;
        this.orders = orders;
        this.customers = customers;
        this.shops = shops;
        this.clock = clock;
        this.random = random;
    }

    @Override
    int somethingIn(Town town) {
        LocalDate today = Brussels.today(clock);
        if (!today.equals(slotsOpened.put(town.slug(), today))) {
            customers.openSlots(today, today.plusDays(OrdersFill.DAYS_AHEAD));
        }
        if (random.nextInt(10) < ORDERS_IN_TEN) {
            customers.fillShelves();
            String key = "demo-" + town.slug() + "-" + Long.toHexString(random.nextLong());
            return customers.order(town, key, Optional.empty(), random).isPresent() ? 1 : 0;
        }
        return steps();
    }

    /** In a few shops the oldest that can goes a step further. */
    private int steps() {
        List<Merchant> some = new ArrayList<>(merchants.accepted());
        Collections.shuffle(some, new Random(random.nextLong()));
        int moved = 0;
        for (Merchant shop : some) {
            for (MerchantOrder part : desk.parts(shop.id(), MOVING).reversed()) {
                if (moved < STEPS && due(part) && moves(part)) {
                    moved++;
                    break;
                }
            }
        }
        return moved;
    }

    private boolean due(MerchantOrder part) {
        return switch (part.state()) {
            case PLACED -> part.placedAt().isBefore(clock.instant().minus(LEFT_TO_VISITORS));
            case DELIVERED, REFUSED, CANCELLED -> part.legs().stream().anyMatch(leg -> leg.dueCents() != 0);
            case ACCEPTED, PARTLY, READY, DROPPED, PACKED, OUT, SETTLED -> true;
        };
    }

    private boolean moves(MerchantOrder part) {
        return orders.find(part.order())
                .filter(ShopMotion::invented)
                .filter(order -> shops.move(order, part, random))
                .isPresent();
    }

    private static boolean invented(Order order) {
        return order.contact()
                .filter(contact -> contact.mail().endsWith(Customers.MAIL))
                .isPresent();
    }
}
