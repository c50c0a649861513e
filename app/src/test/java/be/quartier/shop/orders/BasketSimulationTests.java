package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.people.Actor;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.testing.QuartierTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Seeded baskets of one to eight merchants with weights, shortages, refusals, consents and payments: after every step the legs come
 * to the lines to the cent and VAT is what an exact calculation says. {@code -Dquartier.baskets=100000} for the long form,
 * {@code -Dquartier.baskets.seed} to replay one.
 */
@QuartierTest
@Import(TestShop.class)
class BasketSimulationTests {

    private static final int BASKETS = Integer.getInteger("quartier.baskets", 300);
    private static final long SEED = Long.getLong("quartier.baskets.seed", 20261123L);
    private static final int MERCHANTS = 8;
    private static final int[] RATES = {0, 60, 120, 210};
    private static final Actor BY = new Actor.Job("test");

    @Autowired
    TestShop shop;

    @Autowired
    Orders orders;

    @Autowired
    MerchantDesk desk;

    @Autowired
    CustomerDesk customers;

    @Test
    void theLegsAlwaysComeToTheLinesAndTheVatIsRight() {
        Street street = shop.street();
        SplittableRandom world = new SplittableRandom(SEED);
        List<Ware> wares = new ArrayList<>();
        Map<UUID, Boolean> weighed = new HashMap<>();
        for (int merchant = 0; merchant < MERCHANTS; merchant++) {
            UUID id = street.merchant("transfer", "at-pickup", "at-door", "link");
            for (int ware = 0; ware < 4; ware++) {
                int rate = RATES[world.nextInt(RATES.length)];
                boolean byWeight = ware % 2 == 1;
                Ware made = byWeight
                        ? street.weighed(id, world.nextInt(1, 9_999), rate, 1_000_000_000L)
                        : street.pieces(id, world.nextInt(1, 9_999), rate, 1_000_000_000L);
                wares.add(made);
                weighed.put(made.variant(), byWeight);
            }
        }
        int placed = 0;
        for (int basket = 0; basket < BASKETS; basket++) {
            placed += live(street, wares, weighed, SEED + basket);
        }
        assertThat(placed).isEqualTo(BASKETS);
    }

    private int live(Street street, List<Ware> wares, Map<UUID, Boolean> weighed, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OrderWish.Line[] lines = new OrderWish.Line[random.nextInt(1, 13)];
        for (int at = 0; at < lines.length; at++) {
            UUID variant = wares.get(random.nextInt(wares.size())).variant();
            long quantity = weighed.getOrDefault(variant, false) ? 50L * random.nextInt(1, 60) : random.nextInt(1, 30);
            lines[at] = new OrderWish.Line(variant, quantity);
        }
        PlaceOutcome outcome = street.order("sim-" + seed, Optional.empty(), Map.of(), lines);
        assertThat(outcome).as("seed %s", seed).isInstanceOf(Placed.class);
        UUID id = ((Placed) outcome).order();
        Order order = street.in(() -> orders.find(id)).orElseThrow();
        check(order, seed);
        for (int step = random.nextInt(12); step > 0; step--) {
            Order now = street.in(() -> orders.find(id)).orElseThrow();
            MerchantOrder part = now.parts().get(random.nextInt(now.parts().size()));
            OrderLine line = part.lines().get(random.nextInt(part.lines().size()));
            street.in(() -> act(now, part, line, random));
            check(street.in(() -> orders.find(id)).orElseThrow(), seed);
        }
        return 1;
    }

    private Moved act(Order order, MerchantOrder part, OrderLine line, SplittableRandom random) {
        UUID merchant = part.merchant();
        Leg leg = part.legs().get(random.nextInt(part.legs().size()));
        return switch (random.nextInt(10)) {
            case 0, 1 -> desk.accept(merchant, part.id(), Set.of(), BY);
            case 2 -> desk.accept(merchant, part.id(), Set.of(line.id()), BY);
            case 3 -> desk.refuseLine(merchant, part.id(), line.id(), BY);
            case 4, 5 ->
                desk.weigh(merchant, part.id(), line.id(), line.quantity() * random.nextInt(70, 160) / 100, 10, BY);
            case 6 -> customers.answer(order, part.id(), line.id(), random.nextBoolean());
            case 7 -> desk.paid(merchant, part.id(), leg.id(), BY);
            case 8 -> desk.refunded(merchant, part.id(), leg.id(), BY);
            default ->
                random.nextInt(4) == 0 ? customers.cancel(order, part.id()) : desk.ready(merchant, part.id(), BY);
        };
    }

    private static void check(Order order, long seed) {
        for (MerchantOrder part : order.parts()) {
            long lines = part.lines().stream().mapToLong(OrderLine::amountCents).sum();
            long legs = part.legs().stream().mapToLong(Leg::amountCents).sum();
            assertThat(legs).as("legs, seed %s", seed).isEqualTo(lines).isEqualTo(part.totalCents());
            long gross = 0;
            for (Map.Entry<Integer, Prices.VatShare> one : part.vat().entrySet()) {
                BigDecimal exact = BigDecimal.valueOf(one.getValue().grossCents())
                        .multiply(BigDecimal.valueOf(one.getKey()))
                        .divide(BigDecimal.valueOf(1_000L + one.getKey()), 0, RoundingMode.HALF_UP);
                assertThat(one.getValue().vatCents()).as("VAT, seed %s", seed).isEqualTo(exact.longValueExact());
                gross += one.getValue().grossCents();
            }
            assertThat(gross).as("taxed, seed %s", seed).isEqualTo(lines);
            part.legs().forEach(leg -> assertThat(leg.refundedCents()).isLessThanOrEqualTo(leg.paidCents()));
        }
    }
}
