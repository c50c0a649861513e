package be.quartier.vouchers.signals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A month of a town's trade whose truth is known: honest shops of every kind, also those that look odd, and shops that abuse
 * vouchers, boldly or with care. The same seed makes the same town.
 */
final class TradingTown {

    private static final int SHOPS = 60;
    private static final int HOUSEHOLDS = 1_200;
    private static final int DAYS = 30;
    private static final long FACE = 100_00;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final int OPENS = 9;
    private static final int CLOSES = 18;
    private static final List<SignalKind> ABUSES = List.of(
            SignalKind.WHOLE_BALANCES, SignalKind.SERIAL_ORDER, SignalKind.AFTER_HOURS, SignalKind.SHOP_HOUSEHOLD);

    private final SplittableRandom random;
    private final List<Integer> firstSerials = new ArrayList<>();
    private final List<Integer> children = new ArrayList<>();

    TradingTown(long seed) {
        this.random = new SplittableRandom(seed);
        int serial = 1;
        for (int i = 0; i < HOUSEHOLDS; i++) {
            firstSerials.add(serial);
            int many = 1 + random.nextInt(3);
            children.add(many);
            serial += many;
        }
    }

    /** A shop, what it sold, and the truth about it. */
    record Trader(String says, Patterns.Shop shop, List<Sale> sales, Optional<SignalKind> abuse) {}

    List<Trader> traders() {
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < SHOPS; i++) {
            boolean abuses = random.nextInt(100) < 25;
            traders.add(trader(i, abuses ? Optional.of(ABUSES.get(random.nextInt(ABUSES.size()))) : Optional.empty()));
        }
        return traders;
    }

    private Trader trader(int number, Optional<SignalKind> abuse) {
        List<UUID> tills = List.of(uuid(), uuid());
        boolean dear = random.nextInt(4) == 0;
        boolean overtime = random.nextInt(4) == 0;
        int home = random.nextInt(HOUSEHOLDS);
        boolean familyAbove = abuse.equals(Optional.of(SignalKind.SHOP_HOUSEHOLD)) || random.nextInt(3) == 0;
        List<Sale> sales = new ArrayList<>();
        int perDay = 2 + random.nextInt(14);
        for (int day = 0; day < DAYS; day++) {
            for (int i = random.nextInt(perDay + 1); i > 0; i--) {
                visit(sales, moment(day, overtime), tills.get(random.nextInt(2)), random.nextInt(HOUSEHOLDS), dear);
            }
        }
        if (familyAbove) {
            sales.add(sale(moment(3, false), tills.getFirst(), home, 0, 4_50L + random.nextInt(30_00), 60_00));
        }
        abuse.ifPresent(kind -> abuse(kind, sales, tills.getFirst(), home));
        Patterns.Shop shop = new Patterns.Shop(
                uuid(),
                Optional.of(TradingTown::open),
                familyAbove ? Map.of(household(home), children.get(home) * FACE) : Map.of());
        return new Trader("shop " + number + (dear ? " dear" : "") + (overtime ? " overtime" : ""), shop, sales, abuse);
    }

    /** A family at the till: each child's voucher in turn, sometimes whole; the till needs a minute for each. */
    private void visit(List<Sale> sales, Instant at, UUID till, int household, boolean dear) {
        int vouchers = random.nextInt(3) == 0 ? children.get(household) : 1;
        for (int child = 0; child < vouchers; child++) {
            boolean whole = random.nextInt(100) < (dear ? 60 : 6);
            long cents = whole ? FACE : 3_00L + random.nextInt(60_00);
            sales.add(sale(at.plusSeconds(45L * child), till, household, child, cents, whole ? 0 : FACE - cents));
        }
    }

    private void abuse(SignalKind kind, List<Sale> sales, UUID till, int home) {
        int day = random.nextInt(DAYS);
        int many = 5 + random.nextInt(12);
        switch (kind) {
            case WHOLE_BALANCES -> {
                Instant at = moment(day, false);
                for (int i = 0; i < many; i++) {
                    at = at.plusSeconds(20 + random.nextInt(200));
                    sales.add(sale(at, till, random.nextInt(HOUSEHOLDS), 0, FACE, 0));
                }
            }
            case SERIAL_ORDER -> {
                int from = random.nextInt(HOUSEHOLDS - 40);
                Instant at = moment(day, false);
                for (int i = 0; i < many; i++) {
                    at = at.plusSeconds(30 + random.nextInt(260));
                    int child = children.get(from + i) - 1;
                    sales.add(
                            sale(at, till, from + i, random.nextInt(child + 1), 20_00L + random.nextInt(60_00), 10_00));
                }
            }
            case AFTER_HOURS -> {
                for (int i = 0; i < many; i++) {
                    Instant at = at(random.nextInt(DAYS), LocalTime.of(19 + random.nextInt(5), random.nextInt(60)));
                    sales.add(sale(at, till, random.nextInt(HOUSEHOLDS), 0, 10_00 + random.nextInt(80_00), 5_00));
                }
            }
            default -> {
                for (int child = 0; child < children.get(home); child++) {
                    long cents = 55_00L + random.nextInt(45_01);
                    sales.add(sale(moment(random.nextInt(DAYS), false), till, home, child, cents, FACE - cents));
                }
            }
        }
    }

    private Sale sale(Instant at, UUID till, int household, int child, long cents, long after) {
        return new Sale(
                uuid(), at, till, firstSerials.get(household) + child, household(household), cents, FACE, after);
    }

    private Instant moment(int day, boolean overtime) {
        int minutes = (CLOSES - OPENS) * 60 + (overtime ? 35 : 0);
        return at(day, LocalTime.of(OPENS, 0).plusMinutes(random.nextInt(minutes)));
    }

    private Instant at(int day, LocalTime time) {
        return FIRST.plusDays(day).atTime(time).toInstant(ZoneOffset.UTC).plus(Duration.ofSeconds(random.nextInt(60)));
    }

    private static boolean open(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        return hour >= OPENS && hour < CLOSES;
    }

    private static UUID household(int number) {
        return new UUID(1, number);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
