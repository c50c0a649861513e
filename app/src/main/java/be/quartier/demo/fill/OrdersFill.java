package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.merchants.Merchant;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.Orders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Delivery slots of the last days and the coming fortnight, and the orders of those days, each as far as its age suggests; beside
 * them one of each kind.
 */
@Component
@org.springframework.core.annotation.Order(90)
class OrdersFill implements FillStep {

    /** For how many days ahead there are slots. */
    static final int DAYS_AHEAD = 14;

    private static final int DAYS_BACK = 5;
    private static final int ORDERS_A_DAY = 3;
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 21;
    private static final int STEPS_MAX = 20;

    private final Customers customers;
    private final Shopkeepers shops;
    private final Participants participants;
    private final Orders orders;
    private final Scenes scenes;
    private final Questions questions;
    private final InstallationClock clock;

    OrdersFill(
            Customers customers,
            Shopkeepers shops,
            Participants participants,
            Orders orders,
            Scenes scenes,
            Questions questions,
            InstallationClock clock) {
        this.customers = customers;
        this.shops = shops;
        this.participants = participants;
        this.orders = orders;
        this.scenes = scenes;
        this.questions = questions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public boolean later() {
        return true;
    }

    @Override
    public void fill(Town town) {
        Instant now = clock.instant();
        LocalDate today = Brussels.dateOf(now);
        customers.openSlots(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        // A visitor who plays the merchant finds something every day, and something new.
        Optional<UUID> played = participants.played(town).map(Merchant::id);
        var random = new SplittableRandom(town.slug().hashCode());
        for (int back = DAYS_BACK; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            for (int number = 0; number < ORDERS_A_DAY; number++) {
                int hour = random.nextInt(FIRST_HOUR, LAST_HOUR);
                Instant at = back == 0
                        ? now.minus(Duration.ofMinutes(11L + 17L * number))
                        : day.atTime(hour, random.nextInt(60))
                                .atZone(Brussels.ZONE)
                                .toInstant();
                String key = "demo-" + town.slug() + "-" + back + "-" + number;
                Optional<UUID> shop = number == 0 ? played : Optional.empty();
                clock.at(at, () -> customers.order(town, key, shop, random))
                        .ifPresent(order -> live(order, at, now, random.split()));
            }
            Instant evening = day.atTime(LAST_HOUR, 0).atZone(Brussels.ZONE).toInstant();
            clock.at(evening.isBefore(now) ? evening : now, customers::fillShelves);
        }
        scenes.play(town);
        questions.ask(town);
    }

    /** Leads the parts of an order from one step to the next until now; the newest wait for a visitor to answer. */
    private void live(Order placed, Instant at, Instant now, SplittableRandom random) {
        for (MerchantOrder part : placed.parts()) {
            Instant moment = at.plus(Duration.ofMinutes(random.nextInt(20, 50)));
            boolean goesOn = true;
            for (int step = 0; step < STEPS_MAX && goesOn && moment.isBefore(now); step++) {
                goesOn = clock.at(moment, () -> move(placed, part, random));
                moment = moment.plus(Duration.ofMinutes(random.nextInt(10, 260)));
            }
        }
    }

    /** Does the next step of a part; false when there is none any more. */
    private boolean move(Order placed, MerchantOrder part, SplittableRandom random) {
        Order now = orders.find(placed.id()).orElseThrow();
        MerchantOrder here = now.parts().stream()
                .filter(one -> one.id().equals(part.id()))
                .findFirst()
                .orElseThrow();
        return shops.move(now, here, random) || !here.state().over();
    }
}
