package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.ledger.Accounts;
import be.quartier.ledger.GuardedAccount;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.BasketWorld.Item;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.payments.OnlinePayment;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.payments.PaymentTalks;
import be.quartier.shop.stock.Stock;
import be.quartier.testing.Fixture;
import be.quartier.vouchers.Holds;
import be.quartier.vouchers.Voucher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;

/** Lives baskets from the wish to the last callback, one at a time in a street, and looks at the laws after every step. */
@Fixture
class BasketLives {

    private static final int CALLS = 10;
    private static final int STEPS = 14;
    private static final int SCARCE = 40;

    private final TwinServer provider = TwinServer.get();
    private final BasketSteps steps;
    private final Orders orders;
    private final OnlinePayments payments;
    private final PaymentTalks talks;
    private final Stock stock;
    private final TestVouchers campaigns;
    private final Holds holds;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    BasketLives(
            BasketSteps steps,
            Orders orders,
            OnlinePayments payments,
            PaymentTalks talks,
            Stock stock,
            TestVouchers campaigns,
            Holds holds,
            Accounts accounts,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.steps = steps;
        this.orders = orders;
        this.payments = payments;
        this.talks = talks;
        this.stock = stock;
        this.campaigns = campaigns;
        this.holds = holds;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What became of a basket. */
    enum End {
        /** It was placed. */
        PLACED,
        /** There was too little of something, and nothing was taken. */
        SHORT
    }

    /** Lives the basket of a seed; the same seed lives the same life. */
    End live(BasketWorld world, long seed) {
        return world.street().in(() -> new Life(world, seed).live());
    }

    /** An order, and what is free of every unit at the same moment. */
    private record Look(Order order, Map<UUID, Long> free) {}

    private final class Life {

        private final BasketWorld world;
        private final long seed;
        private final SplittableRandom random;
        private final List<OnlinePayment> begun = new ArrayList<>();
        private final Map<UUID, Long> morning;
        private @Nullable Voucher voucher;

        Life(BasketWorld world, long seed) {
            this.world = world;
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.morning = together(this::morning);
        }

        End live() {
            OrderWish wish = BasketWishes.of(world, seed, random, () -> {
                Voucher made = campaigns.voucher(world.street(), world.campaign());
                voucher = made;
                return campaigns.token(world.street(), made);
            });
            PlaceOutcome outcome = orders.place(wish);
            Set<UUID> lacking = new HashSet<>();
            BasketWishes.units(world, wish).forEach((unit, much) -> {
                if (morning.getOrDefault(unit, 0L) < much) {
                    lacking.add(unit);
                }
            });
            if (!lacking.isEmpty()) {
                together(() -> refused(wish, outcome, lacking));
                return End.SHORT;
            }
            assertThat(outcome).as("seed %s", seed).isInstanceOf(Placed.class);
            assertThat(orders.place(wish)).as("ordered again, seed %s", seed).isEqualTo(outcome);
            walk(((Placed) outcome).order());
            return End.PLACED;
        }

        /** What there is when the shops open: of scarce goods a seed's chance. */
        private Map<UUID, Long> morning() {
            List<Item> scarce = world.items().stream().filter(Item::scarce).toList();
            jdbc.sql("""
                update reservable_unit u set available = q.available
                from unnest(?::uuid[], ?::bigint[]) as q (id, available) where u.commune_id = ? and u.id = q.id
                """)
                    .params(
                            new SqlArrayValue(
                                    "uuid", scarce.stream().map(Item::unit).toArray()),
                            new SqlArrayValue(
                                    "bigint",
                                    scarce.stream()
                                            .map(item -> random.nextInt(SCARCE) * item.step())
                                            .toArray()),
                            world.street().commune.id().value())
                    .update();
            return stock.available(world.units());
        }

        private boolean refused(OrderWish wish, PlaceOutcome outcome, Set<UUID> lacking) {
            assertThat(outcome).as("seed %s", seed).isInstanceOfSatisfying(PlaceOutcome.Refused.class, why -> {
                assertThat(why.why()).as("seed %s", seed).isEqualTo(PlaceOutcome.Why.OUT_OF_STOCK);
                String variant = Objects.requireNonNull(why.about().get("variant"));
                assertThat(lacking)
                        .as("what lacks, seed %s", seed)
                        .contains(world.item(UUID.fromString(variant)).unit());
            });
            assertThat(stock.available(world.units()))
                    .as("nothing taken, seed %s", seed)
                    .isEqualTo(morning);
            assertThat(jdbc.sql("select count(*) from shop_order where commune_id = ? and key = ?")
                            .params(world.street().commune.id().value(), wish.key())
                            .query(Long.class)
                            .single())
                    .as("no order, seed %s", seed)
                    .isZero();
            if (voucher != null) {
                assertThat(accounts.guarded(voucher.id()).map(GuardedAccount::balanceCents))
                        .as("nothing set aside, seed %s", seed)
                        .contains(TestVouchers.FACE_CENTS);
            }
            return true;
        }

        private void walk(UUID id) {
            Order now = looked(id);
            for (int step = random.nextInt(STEPS); step > 0; step--) {
                List<MerchantOrder> parts = world.parts(now);
                int which = random.nextInt(1 + random.nextInt(parts.size()));
                MerchantOrder before = parts.get(which);
                BasketSteps.Law law = steps.step(world, now, before, random, begun);
                now = looked(id);
                law.check(before, world.parts(now).get(which), seed);
            }
            callBack(1);
            Order settled = looked(id);
            callBack(CALLS - 1);
            assertThat(looked(id)).as("called again, seed %s", seed).isEqualTo(settled);
            together(() -> end(settled));
        }

        private Order looked(UUID id) {
            Look look = together(() -> new Look(orders.find(id).orElseThrow(), stock.available(world.units())));
            BasketLaws.check(look.order(), seed);
            BasketLaws.stock(morning, look.free(), look.order(), world.slotUnit(), seed);
            return look.order();
        }

        /** Every call so many times over, in any order; what is to go back goes back. */
        private void callBack(int times) {
            List<OnlinePayment> calls = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                calls.addAll(begun);
            }
            Collections.shuffle(calls, new Random(seed));
            calls.forEach(call -> {
                talks.told(call.provider().orElseThrow());
                talks.look(call.id());
            });
            List<UUID> legs = begun.stream().map(OnlinePayment::leg).distinct().toList();
            while (payments.legs(legs).values().stream().anyMatch(leg -> leg.returningCents() > 0)) {
                talks.round(20);
            }
        }

        private boolean end(Order order) {
            for (MerchantOrder part : order.parts()) {
                for (Leg leg : part.legs()) {
                    if (leg.modality() == Modality.ONLINE) {
                        List<String> made = payments.of(leg.id()).stream()
                                .flatMap(one -> one.provider().stream())
                                .toList();
                        assertThat(provider.twin.keptCents(made))
                                .as("kept, seed %s", seed)
                                .isEqualTo(leg.paidCents() - leg.refundedCents());
                        assertThat(part.state().prepares() || leg.dueCents() >= 0)
                                .as("nothing owed back, seed %s", seed)
                                .isTrue();
                    }
                    leg.hold().ifPresent(hold -> BasketLaws.held(part, leg, holds.openCents(hold), seed));
                }
            }
            return true;
        }

        private <T> T together(Supplier<T> work) {
            return Objects.requireNonNull(transactions.execute(_ -> work.get()));
        }
    }
}
