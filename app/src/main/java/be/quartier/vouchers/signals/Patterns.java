package be.quartier.vouchers.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the patterns in the purchases of one shop; pure, so that it can be measured on data whose truth is known. The limits
 * are set so that ordinary trade stays silent: brothers and sisters at the till together, a dear shop whose every sale takes a
 * whole voucher, a till that closes a little late, a family above the shop that buys its bread there.
 */
public final class Patterns {

    private static final Duration SERIES_GAP = Duration.ofMinutes(4);
    private static final int SERIES_MIN = 5;
    private static final Duration SERIALS_WITHIN = Duration.ofHours(1);
    private static final int SERIAL_STEP_MAX = 2;
    private static final int SERIALS_MIN = 4;
    private static final Duration CLOSED_MARGIN = Duration.ofMinutes(45);
    private static final int CLOSED_MIN = 3;
    private static final int HOME_PERCENT = 60;
    private static final long HOME_CENTS_MIN = 80_00;

    private Patterns() {}

    /**
     * A shop as the patterns need it.
     *
     * @param open whether it is open at an instant; empty when its hours are not known
     * @param homes households registered at its address, and what their vouchers were issued with in all
     */
    public record Shop(UUID merchant, Optional<Predicate<Instant>> open, Map<UUID, Long> homes) {}

    /** What stands out among these purchases of a shop, at most one of each kind and till. */
    public static List<Found> in(Shop shop, List<Sale> unsorted) {
        List<Sale> sales = unsorted.stream()
                .sorted(Comparator.comparing(Sale::at).thenComparing(Sale::id))
                .toList();
        List<Found> found = new ArrayList<>();
        wholeBalances(shop, sales).ifPresent(found::add);
        sales.stream()
                .collect(Collectors.groupingBy(Sale::till))
                .values()
                .forEach(till -> serialOrder(shop, till).ifPresent(found::add));
        afterHours(shop, sales).ifPresent(found::add);
        shopHousehold(shop, sales).ifPresent(found::add);
        return found;
    }

    private static Optional<Found> wholeBalances(Shop shop, List<Sale> sales) {
        List<Sale> best = List.of();
        List<Sale> run = new ArrayList<>();
        for (Sale sale : sales) {
            boolean goesOn = !run.isEmpty()
                    && Duration.between(run.getLast().at(), sale.at()).compareTo(SERIES_GAP) <= 0;
            if (!sale.whole() || !goesOn) {
                run = new ArrayList<>();
            }
            if (sale.whole()) {
                run.add(sale);
                boolean longer = Found.distinct(run, Sale::household) > Found.distinct(best, Sale::household);
                best = longer ? List.copyOf(run) : best;
            }
        }
        long households = Found.distinct(best, Sale::household);
        if (households < SERIES_MIN) {
            return Optional.empty();
        }
        long minutes =
                Duration.between(best.getFirst().at(), best.getLast().at()).toMinutes() + 1;
        List<Long> facts = List.of((long) best.size(), cents(best), minutes);
        return Optional.of(
                Found.of(SignalKind.WHOLE_BALANCES, shop.merchant(), (int) (30 + 8 * households), facts, best));
    }

    private static Optional<Found> serialOrder(Shop shop, List<Sale> till) {
        List<Sale> best = List.of();
        int from = 0;
        for (int to = 0; to < till.size(); to++) {
            while (Duration.between(till.get(from).at(), till.get(to).at()).compareTo(SERIALS_WITHIN) > 0) {
                from++;
            }
            List<Sale> chain = chain(till.subList(from, to + 1));
            if (Found.distinct(chain, Sale::household) > Found.distinct(best, Sale::household)) {
                best = chain;
            }
        }
        long households = Found.distinct(best, Sale::household);
        if (households < SERIALS_MIN) {
            return Optional.empty();
        }
        List<Long> facts = List.of((long) best.size(), (long) best.getFirst().serial(), (long)
                best.getLast().serial());
        List<Sale> inTime = best.stream().sorted(Comparator.comparing(Sale::at)).toList();
        return Optional.of(
                Found.of(SignalKind.SERIAL_ORDER, shop.merchant(), (int) (40 + 8 * households), facts, inTime));
    }

    /** The longest row of neighbouring serial numbers, by households. */
    private static List<Sale> chain(List<Sale> window) {
        List<Sale> sorted =
                window.stream().sorted(Comparator.comparingInt(Sale::serial)).toList();
        List<Sale> best = List.of();
        List<Sale> row = new ArrayList<>();
        for (Sale sale : sorted) {
            if (!row.isEmpty() && sale.serial() - row.getLast().serial() > SERIAL_STEP_MAX) {
                row = new ArrayList<>();
            }
            row.add(sale);
            if (Found.distinct(row, Sale::household) > Found.distinct(best, Sale::household)) {
                best = List.copyOf(row);
            }
        }
        return best;
    }

    private static Optional<Found> afterHours(Shop shop, List<Sale> sales) {
        if (shop.open().isEmpty()) {
            return Optional.empty();
        }
        Predicate<Instant> open = shop.open().get();
        List<Sale> closed = sales.stream()
                .filter(sale -> !open.test(sale.at())
                        && !open.test(sale.at().minus(CLOSED_MARGIN))
                        && !open.test(sale.at().plus(CLOSED_MARGIN)))
                .toList();
        long households = Found.distinct(closed, Sale::household);
        if (households < CLOSED_MIN) {
            return Optional.empty();
        }
        List<Long> facts = List.of((long) closed.size(), cents(closed));
        return Optional.of(
                Found.of(SignalKind.AFTER_HOURS, shop.merchant(), (int) (25 + 7 * households), facts, closed));
    }

    private static Optional<Found> shopHousehold(Shop shop, List<Sale> sales) {
        Set<UUID> homes = shop.homes().keySet();
        return homes.stream()
                .flatMap(home -> shopHousehold(shop, home, sales).stream())
                .max(Comparator.comparingInt(Found::score));
    }

    private static Optional<Found> shopHousehold(Shop shop, UUID home, List<Sale> sales) {
        List<Sale> own =
                sales.stream().filter(sale -> sale.household().equals(home)).toList();
        long given = shop.homes().getOrDefault(home, 0L);
        long spent = cents(own);
        if (given == 0 || spent < HOME_CENTS_MIN || spent * 100 < given * HOME_PERCENT) {
            return Optional.empty();
        }
        long percent = spent * 100 / given;
        List<Long> facts = List.of(Found.distinct(own, Sale::serial), spent, percent);
        return Optional.of(Found.of(SignalKind.SHOP_HOUSEHOLD, shop.merchant(), (int) (20 + percent / 3), facts, own));
    }

    private static long cents(List<Sale> sales) {
        return sales.stream().mapToLong(Sale::cents).reduce(0, Math::addExact);
    }
}
