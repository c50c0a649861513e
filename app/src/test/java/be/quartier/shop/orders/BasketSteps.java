package be.quartier.shop.orders;

import be.quartier.people.Actor;
import be.quartier.shop.orders.BasketWorld.Item;
import be.quartier.shop.payments.OnlinePayment;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.payments.PaymentTalks;
import be.quartier.testing.Fixture;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What merchants and customers do by chance with an order, whether it can be done or not. */
@Fixture
class BasketSteps {

    private static final List<String> ENDS =
            List.of("paid", "paid", "paid", "pending", "failed", "canceled", "expired");
    private static final int SUBSTITUTES = 4;
    private static final Law ANY = (_, _, _) -> {};
    private static final Actor BY = new Actor.Job("test");

    private final TwinServer provider = TwinServer.get();
    private final MerchantDesk desk;
    private final CustomerDesk customers;
    private final Substitutions substitutions;
    private final OnlinePayments payments;
    private final PaymentTalks talks;

    BasketSteps(
            MerchantDesk desk,
            CustomerDesk customers,
            Substitutions substitutions,
            OnlinePayments payments,
            PaymentTalks talks) {
        this.desk = desk;
        this.customers = customers;
        this.substitutions = substitutions;
        this.payments = payments;
        this.talks = talks;
    }

    /** What a step may have changed of its part. */
    interface Law {
        void check(MerchantOrder before, MerchantOrder after, long seed);
    }

    /** Does something; the payments that it begins are added to those begun. */
    Law step(BasketWorld world, Order order, MerchantOrder part, SplittableRandom random, List<OnlinePayment> begun) {
        OrderLine line = part.lines().get(random.nextInt(part.lines().size()));
        Leg leg = part.legs().get(random.nextInt(part.legs().size()));
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> desk.accept(part.merchant(), part.id(), Set.of(), BY);
            case 3 -> desk.accept(part.merchant(), part.id(), Set.of(line.id()), BY);
            case 4 -> desk.refuseLine(part.merchant(), part.id(), line.id(), BY);
            case 5, 6 -> weigh(part, line, random);
            case 7 -> customers.answer(order, part.id(), line.id(), random.nextBoolean());
            case 8 -> desk.paid(part.merchant(), part.id(), leg.id(), BY);
            case 9 -> desk.refunded(part.merchant(), part.id(), leg.id(), BY);
            case 10, 11, 12, 13 -> part.legs().forEach(one -> pay(order, part, one, begun, random));
            case 14, 15 -> {
                return propose(world, part, line, random);
            }
            case 16 -> answer(order, part, random);
            case 17 -> desk.ready(part.merchant(), part.id(), BY);
            case 18 -> advance(part);
            default -> end(order, part, random);
        }
        return ANY;
    }

    private void weigh(MerchantOrder part, OrderLine line, SplittableRandom random) {
        long grams = line.quantity() * random.nextInt(70, 160) / 100;
        desk.weigh(part.merchant(), part.id(), line.id(), grams, 10, BY);
    }

    /** Another article, sometimes another merchant's, in place of a line. */
    private Law propose(BasketWorld world, MerchantOrder part, OrderLine line, SplittableRandom random) {
        List<Item> choice = random.nextInt(8) == 0 ? world.items() : world.of(part.merchant());
        Item item = choice.get(random.nextInt(choice.size()));
        long quantity = random.nextInt(1, SUBSTITUTES) * item.step() * (item.byWeight() ? SUBSTITUTES : 1);
        SwapOutcome outcome = substitutions.propose(
                part.merchant(), part.id(), line.id(), item.ware().variant(), quantity, BY);
        return (before, after, seed) -> BasketLaws.proposed(before, after, outcome, seed);
    }

    private void answer(Order order, MerchantOrder part, SplittableRandom random) {
        boolean takes = random.nextBoolean();
        part.lines().stream()
                .filter(OrderLine::waits)
                .findFirst()
                .ifPresent(line -> substitutions.answer(order, part.id(), line.id(), takes));
    }

    private void advance(MerchantOrder part) {
        part.state().next().stream()
                .sorted()
                .findFirst()
                .ifPresent(to -> desk.advance(part.merchant(), part.id(), to, BY));
    }

    private void end(Order order, MerchantOrder part, SplittableRandom random) {
        if (random.nextBoolean()) {
            customers.cancel(order, part.id());
        } else {
            desk.refuse(part.merchant(), part.id(), "", BY);
        }
    }

    /** The customer goes to the provider and does something there; whether its call comes now or later is chance. */
    private void pay(Order order, MerchantOrder part, Leg leg, List<OnlinePayment> begun, SplittableRandom random) {
        customers.pay(order, part.id(), leg.id()).ifPresent(wanted -> {
            talks.begin(wanted.id(), order.number(), "fr_BE", URI.create("https://shop.example/"), Optional.empty());
            OnlinePayment made = payments.find(wanted.id()).orElseThrow();
            begun.add(made);
            provider.twin.press(made.provider().orElseThrow(), ENDS.get(random.nextInt(ENDS.size())));
            if (random.nextBoolean()) {
                talks.look(made.id());
            }
        });
    }
}
