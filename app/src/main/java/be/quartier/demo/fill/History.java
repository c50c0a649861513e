package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.merchants.OpeningHours;
import be.quartier.vouchers.Voucher;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Invents the purchases of some weeks: many in the first ones, more on Wednesdays and Saturdays, most in the afternoon. */
final class History {

    private static final int[] WEIGHT_OF_DAY = {0, 6, 8, 16, 8, 10, 24, 3};
    private static final int NEVER_USED_PERCENT = 22;
    private static final int FADE_DAYS = 25;

    /** One purchase: which voucher, where, when and how much; the amount never exceeds what is left. */
    record Purchase(Voucher voucher, Shop shop, Instant at, long cents) {}

    /** A shop and a moment at which it was open. */
    private record Visit(Instant at, Shop shop) {}

    private final List<Shop> shops;
    private final List<OpeningHours> hours;
    private final LocalDate first;
    private final Instant until;
    private final SplittableRandom random;

    History(Town town, List<Shop> shops, LocalDate first, Instant until) {
        this.shops = List.copyOf(shops);
        this.hours = shops.stream().map(shop -> HoursText.read(shop.hours())).toList();
        this.first = first;
        this.until = until;
        this.random = new SplittableRandom(town.slug().hashCode() * 17L + first.toEpochDay());
    }

    /** The purchases with these vouchers, in the order of time. */
    List<Purchase> of(List<Voucher> vouchers) {
        List<Purchase> all = new ArrayList<>();
        for (Voucher voucher : vouchers) {
            if (random.nextInt(100) >= NEVER_USED_PERCENT) {
                purchases(voucher, all);
            }
        }
        all.sort(Comparator.comparing(Purchase::at));
        return all;
    }

    private void purchases(Voucher voucher, List<Purchase> all) {
        int times = 1 + random.nextInt(3);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int shop = drawShop();
            moment(hours.get(shop)).ifPresent(at -> visits.add(new Visit(at, shops.get(shop))));
        }
        visits.sort(Comparator.comparing(Visit::at));
        long left = CampaignMaker.VOUCHER_CENTS;
        for (int i = 0; i < visits.size() && left > 0; i++) {
            Visit visit = visits.get(i);
            long cents = Math.min(left, amount(visit.shop()));
            all.add(new Purchase(voucher, visit.shop(), visit.at(), cents));
            left -= cents;
        }
    }

    private int drawShop() {
        int ticket = random.nextInt(shops.stream().mapToInt(Shop::weight).sum());
        int shop = 0;
        while (ticket >= shops.get(shop).weight()) {
            ticket -= shops.get(shop++).weight();
        }
        return shop;
    }

    /** Between forty and a hundred and eighty percent of what is usual there; prices end in 0, 5 or 9. */
    private long amount(Shop shop) {
        long cents = shop.usualEuros() * (40L + random.nextInt(140));
        long round = cents / 10 * 10;
        return Math.max(100, round + new int[] {0, 5, 9}[random.nextInt(3)]);
    }

    /** A moment at which the shop was open; earlier days and afternoons are likelier. */
    private java.util.Optional<Instant> moment(OpeningHours open) {
        for (int tried = 0; tried < 60; tried++) {
            LocalDate day = first.plusDays((long) Math.min(-Math.log(1 - random.nextDouble()) * FADE_DAYS, 5_000));
            boolean weekday =
                    random.nextInt(24) < WEIGHT_OF_DAY[day.getDayOfWeek().getValue()];
            LocalTime time = LocalTime.of(8, 0).plusSeconds(afternoon());
            ZonedDateTime at = day.atTime(time).atZone(Brussels.ZONE);
            boolean past = at.toInstant().isBefore(until.minus(Duration.ofMinutes(5)));
            if (weekday && past && open.openAt(at.toLocalDateTime())) {
                return java.util.Optional.of(at.toInstant());
            }
        }
        return java.util.Optional.empty();
    }

    /** Seconds after eight o'clock, around four in the afternoon. */
    private long afternoon() {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += random.nextInt(14_400);
        }
        return Math.min(sum + 6_000L, 39_600);
    }
}
