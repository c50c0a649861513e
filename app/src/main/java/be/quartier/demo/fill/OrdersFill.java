package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.demo.region.Town;
import be.quartier.installation.InstallationClock;
import be.quartier.people.Actor;
import be.quartier.shop.orders.Contact;
import be.quartier.shop.orders.CustomerDesk;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantDesk;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.MerchantState;
import be.quartier.shop.orders.Offer;
import be.quartier.shop.orders.Offers;
import be.quartier.shop.orders.Order;
import be.quartier.shop.orders.OrderWish;
import be.quartier.shop.orders.Orders;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.Unit;
import be.quartier.shop.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Delivery slots of the coming fortnight, and orders of the last days in every state. */
@Component
@org.springframework.core.annotation.Order(90)
class OrdersFill implements FillStep {

    private static final int DAYS = 14;
    private static final int PLACES = 12;
    private static final int ORDERS = 18;
    private static final List<LocalTime> WINDOWS =
            List.of(LocalTime.of(10, 0), LocalTime.of(17, 0), LocalTime.of(19, 0));
    private static final List<String> NAMES = List.of(
            "Camille Lambert",
            "Jef Wouters",
            "Amina El Idrissi",
            "Lien De Backer",
            "Thomas Gilson",
            "Greet Vermeulen",
            "Samir Haddad",
            "Odile Fontaine",
            "Klaus Niessen");
    private static final Actor SHOP = new Actor.Job("demo-fill");

    private final Slots slots;
    private final Offers offers;
    private final Orders orders;
    private final MerchantDesk desk;
    private final CustomerDesk customers;
    private final InstallationClock clock;

    OrdersFill(
            Slots slots,
            Offers offers,
            Orders orders,
            MerchantDesk desk,
            CustomerDesk customers,
            InstallationClock clock) {
        this.slots = slots;
        this.offers = offers;
        this.orders = orders;
        this.desk = desk;
        this.customers = customers;
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
        LocalDate today = Brussels.dateOf(clock.instant());
        for (int day = 0; day < DAYS; day++) {
            for (LocalTime window : WINDOWS) {
                Instant from =
                        today.plusDays(day).atTime(window).atZone(Brussels.ZONE).toInstant();
                slots.open(from, from.plus(Duration.ofHours(2)), from.minus(Duration.ofHours(3)), PLACES);
            }
        }
        List<Offer> sold = offers.goods(Optional.empty(), 400).stream()
                .flatMap(goods -> goods.variants().stream())
                .toList();
        SplittableRandom random = new SplittableRandom(town.slug().hashCode());
        for (int number = 0; number < ORDERS && !sold.isEmpty(); number++) {
            Instant at = clock.instant().minus(Duration.ofMinutes(20L + number * 190L));
            int which = number;
            clock.at(at, () -> order(town, which, sold, random)).ifPresent(order -> move(order, which, at));
        }
    }

    private Optional<Order> order(Town town, int number, List<Offer> sold, SplittableRandom random) {
        String name = NAMES.get(number % NAMES.size());
        String mail = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
        Language language = number % 2 == 0 ? Language.FR : Language.NL;
        List<OrderWish.Line> lines = new ArrayList<>();
        Offer first = sold.get(random.nextInt(sold.size()));
        List<Offer> others = sold.stream()
                .filter(offer -> number % 3 != 0 || offer.merchant().equals(first.merchant()))
                .toList();
        lines.add(line(first, random));
        for (int more = random.nextInt(1, 4); more > 0; more--) {
            lines.add(line(others.get(random.nextInt(others.size())), random));
        }
        OrderWish wish = new OrderWish(
                "demo-" + town.slug() + "-" + number,
                lines,
                Optional.empty(),
                new Contact(name, mail, "", ""),
                Map.of(),
                Optional.empty(),
                language,
                Optional.empty());
        return orders.place(wish) instanceof Placed(UUID id, String _, String _) ? orders.find(id) : Optional.empty();
    }

    private static OrderWish.Line line(Offer offer, SplittableRandom random) {
        long quantity = offer.unit() == Unit.PIECE
                ? random.nextInt(1, 4)
                : (long) offer.stepGrams().orElse(1)
                        * Math.max(
                                1,
                                random.nextInt(300, 1_200) / offer.stepGrams().orElse(1));
        return new OrderWish.Line(offer.variant(), quantity);
    }

    /** Leads the parts of an order as far as its age suggests. */
    private void move(Order order, int number, Instant placed) {
        if (number == 5) {
            MerchantOrder first = order.parts().getFirst();
            clock.at(placed.plus(Duration.ofMinutes(4)), () -> customers.cancel(order, first.id()));
            return;
        }
        for (MerchantOrder part : order.parts()) {
            UUID merchant = part.merchant();
            if (number < 3) {
                continue;
            }
            if (number == 9) {
                clock.at(
                        placed.plus(Duration.ofMinutes(12)),
                        () -> desk.refuse(merchant, part.id(), "Fermé demain, désolés.", SHOP));
                continue;
            }
            boolean lacks = number % 4 == 3 && part.lines().size() > 1;
            Set<UUID> missing = lacks ? Set.of(part.lines().getLast().id()) : Set.of();
            clock.at(placed.plus(Duration.ofMinutes(9)), () -> desk.accept(merchant, part.id(), missing, SHOP));
            if (number > 6) {
                clock.at(placed.plus(Duration.ofMinutes(50)), () -> desk.ready(merchant, part.id(), SHOP));
            }
            if (number > 10) {
                clock.at(placed.plus(Duration.ofHours(3)), () -> {
                    for (Leg leg : part.legs()) {
                        desk.paid(merchant, part.id(), leg.id(), SHOP);
                    }
                    return desk.advance(merchant, part.id(), MerchantState.DELIVERED, SHOP);
                });
            }
        }
    }
}
