package be.quartier.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.ledger.Audit;
import be.quartier.ledger.AuditCheck.Depth;
import be.quartier.ledger.AuditFinding;
import be.quartier.ledger.Sealer;
import be.quartier.people.Actor;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.PlaceOutcome.Placed;
import be.quartier.shop.orders.TestShop.Street;
import be.quartier.shop.orders.TestShop.Ware;
import be.quartier.shop.payments.OnlinePayment;
import be.quartier.shop.payments.OnlinePayments;
import be.quartier.shop.payments.PaymentKeys;
import be.quartier.shop.payments.PaymentTalks;
import be.quartier.testing.QuartierTest;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.Holds;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.OpenCampaignRow;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.Vouchers;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seeded baskets of one to eight merchants in every way to pay, vouchers that cover a part, weights, shortages, refusals, consents,
 * payments and refunds. After every step the legs come to the lines to the cent and VAT is what an exact calculation says; at the
 * end of each basket its online payments are called back about ten times over in any order, which changes nothing, and the
 * provider has kept what the legs say. {@code -Dquartier.baskets=100000} for the long form, {@code -Dquartier.baskets.seed} to
 * replay one.
 */
@QuartierTest
class BasketSimulationTests {

    private static final int BASKETS = Integer.getInteger("quartier.baskets", 15);
    private static final long SEED = Long.getLong("quartier.baskets.seed", 20261123L);
    private static final int MERCHANTS = 8;
    private static final int CALLS = 10;
    private static final int[] RATES = {0, 60, 120, 210};
    private static final List<Modality> WAYS =
            List.of(Modality.TRANSFER, Modality.ONLINE, Modality.AT_PICKUP, Modality.LINK);
    private static final List<String> ENDS =
            List.of("paid", "paid", "paid", "pending", "failed", "canceled", "expired");
    private static final Actor BY = new Actor.Job("test");

    private final TwinServer provider = TwinServer.get();
    private final UUID campaign = UUID.randomUUID();
    private final Map<UUID, UUID> sellers = new HashMap<>();
    private final Map<UUID, Boolean> weighed = new HashMap<>();
    private final List<Ware> wares = new ArrayList<>();

    @Autowired
    TestShop shop;

    @Autowired
    Orders orders;

    @Autowired
    MerchantDesk desk;

    @Autowired
    CustomerDesk customers;

    @Autowired
    OnlinePayments payments;

    @Autowired
    PaymentTalks talks;

    @Autowired
    PaymentKeys keys;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Acceptances acceptances;

    @Autowired
    CampaignBook book;

    @Autowired
    Holds holds;

    @Autowired
    Sealer sealer;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @Test
    void theLegsAlwaysComeToTheLinesAndTheProviderKeptWhatTheySay() {
        Street street = shop.street();
        open(street);
        for (int basket = 0; basket < BASKETS; basket++) {
            live(street, SEED + basket);
        }
        sealer.seal(street.commune.id());
        assertThat(audit.run(Depth.FULL, List.of(street.commune))).allMatch(AuditFinding::holds);
    }

    private void open(Street street) {
        SplittableRandom world = new SplittableRandom(SEED);
        LocalDate today = Brussels.today(clock);
        street.in(() -> {
            new OpenCampaignRow(campaign, BASKETS * 100_00L, 100_00, today.minusDays(1), today.plusDays(9))
                    .write(jdbc, transactions, book);
            return campaign;
        });
        for (int merchant = 0; merchant < MERCHANTS; merchant++) {
            UUID id = street.merchant("transfer", "online", "voucher", "at-pickup", "at-door", "link");
            street.in(() -> {
                acceptances.accept(campaign, id);
                return keys.put(id, TwinServer.KEY, BY);
            });
            for (int ware = 0; ware < 4; ware++) {
                int rate = RATES[world.nextInt(RATES.length)];
                boolean byWeight = ware % 2 == 1;
                Ware made = byWeight
                        ? street.weighed(id, world.nextInt(1, 9_999), rate, 1_000_000_000L)
                        : street.pieces(id, world.nextInt(1, 9_999), rate, 1_000_000_000L);
                wares.add(made);
                sellers.put(made.variant(), id);
                weighed.put(made.variant(), byWeight);
            }
        }
    }

    private void live(Street street, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlaceOutcome outcome = street.in(() -> orders.place(wish(seed, random)));
        assertThat(outcome).as("seed %s", seed).isInstanceOf(Placed.class);
        UUID id = ((Placed) outcome).order();
        List<OnlinePayment> begun = new ArrayList<>();
        BasketLaws.check(order(street, id), seed);
        for (int step = random.nextInt(14); step > 0; step--) {
            Order now = order(street, id);
            MerchantOrder part = now.parts().get(random.nextInt(now.parts().size()));
            OrderLine line = part.lines().get(random.nextInt(part.lines().size()));
            street.in(() -> act(now, part, line, begun, random));
            BasketLaws.check(order(street, id), seed);
        }
        callBack(street, begun, 1, seed);
        Order settled = order(street, id);
        callBack(street, begun, CALLS - 1, seed);
        assertThat(order(street, id)).as("called again, seed %s", seed).isEqualTo(settled);
        street.in(() -> end(settled, seed));
    }

    private OrderWish wish(long seed, SplittableRandom random) {
        int most = random.nextInt(3) == 0 ? 30 : 3;
        List<OrderWish.Line> lines = new ArrayList<>();
        Map<UUID, Modality> ways = new HashMap<>();
        Map<UUID, Modality> rests = new HashMap<>();
        for (int left = random.nextInt(1, 13); left > 0; left--) {
            UUID variant = wares.get(random.nextInt(wares.size())).variant();
            long quantity = random.nextInt(1, most) * (weighed.getOrDefault(variant, false) ? 50L : 1L);
            lines.add(new OrderWish.Line(variant, quantity));
            UUID seller = java.util.Objects.requireNonNull(sellers.get(variant));
            if (random.nextInt(4) == 0) {
                ways.put(seller, Modality.VOUCHER);
                rests.put(seller, WAYS.get(random.nextInt(WAYS.size())));
            } else if (!ways.containsKey(seller)) {
                ways.put(seller, WAYS.get(random.nextInt(WAYS.size())));
            }
        }
        Optional<VoucherCode> code = ways.containsValue(Modality.VOUCHER)
                ? Optional.of(vouchers.token(
                        ((IssueOutcome.Issued) vouchers.issueToBearer(campaign, 1, be.quartier.ledger.Actor.SYSTEM))
                                .vouchers()
                                .getFirst()))
                : Optional.empty();
        return new OrderWish(
                "sim-" + seed,
                lines,
                Optional.empty(),
                new Contact("Ann Peeters", "ann@example.org", "", ""),
                ways,
                code,
                Language.FR,
                Optional.empty(),
                rests);
    }

    private boolean act(
            Order order, MerchantOrder part, OrderLine line, List<OnlinePayment> begun, SplittableRandom random) {
        UUID merchant = part.merchant();
        Leg leg = part.legs().get(random.nextInt(part.legs().size()));
        switch (random.nextInt(13)) {
            case 0, 1 -> desk.accept(merchant, part.id(), Set.of(), BY);
            case 2 -> desk.accept(merchant, part.id(), Set.of(line.id()), BY);
            case 3 -> desk.refuseLine(merchant, part.id(), line.id(), BY);
            case 4, 5 ->
                desk.weigh(merchant, part.id(), line.id(), line.quantity() * random.nextInt(70, 160) / 100, 10, BY);
            case 6 -> customers.answer(order, part.id(), line.id(), random.nextBoolean());
            case 7 -> desk.paid(merchant, part.id(), leg.id(), BY);
            case 8 -> desk.refunded(merchant, part.id(), leg.id(), BY);
            case 9, 10, 11 -> part.legs().forEach(one -> pay(order, part, one, begun, random));
            default -> {
                if (random.nextInt(4) == 0) {
                    customers.cancel(order, part.id());
                } else {
                    desk.ready(merchant, part.id(), BY);
                }
            }
        }
        return true;
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

    /** Every call so many times over, in any order; what is to go back goes back. */
    private void callBack(Street street, List<OnlinePayment> begun, int times, long seed) {
        List<OnlinePayment> calls = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            calls.addAll(begun);
        }
        Collections.shuffle(calls, new Random(seed));
        street.in(() -> {
            calls.forEach(call -> {
                talks.told(call.provider().orElseThrow());
                talks.look(call.id());
            });
            while (!begun.isEmpty()
                    && begun.stream().anyMatch(one -> payments.leg(one.leg()).returningCents() > 0)) {
                talks.round(20);
            }
            return true;
        });
    }

    private boolean end(Order order, long seed) {
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

    private Order order(Street street, UUID id) {
        return street.in(() -> orders.find(id)).orElseThrow();
    }
}
