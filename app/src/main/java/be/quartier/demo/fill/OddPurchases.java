package be.quartier.demo.fill;

import be.quartier.commune.Brussels;
import be.quartier.demo.fill.History.Purchase;
import be.quartier.demo.region.Shop;
import be.quartier.merchants.OpeningHours;
import be.quartier.vouchers.Voucher;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A few purchases that deserve a look, so that finance finds something in its queue: a row of whole vouchers with neighbouring
 * numbers in one shop, and purchases at night in another.
 */
final class OddPurchases {

    /** How many vouchers at the end of the list are kept for this. */
    static final int VOUCHERS = 14;

    private static final int IN_ROW = 10;
    private static final int DAYS_SEARCHED = 20;
    private static final LocalTime MORNING = LocalTime.of(10, 40);
    private static final LocalTime NIGHT = LocalTime.of(22, 50);

    private OddPurchases() {}

    /** @param kept vouchers nobody has used, in the order of their numbers */
    static List<Purchase> of(List<Voucher> kept, List<Shop> shops, Instant until) {
        Shop dear =
                shops.stream().max(Comparator.comparingInt(Shop::usualEuros)).orElseThrow();
        Shop other = shops.stream()
                .filter(shop -> !shop.key().equals(dear.key()))
                .findFirst()
                .orElseThrow();
        List<Purchase> odd = new ArrayList<>();
        Instant morning = openMorning(HoursText.read(dear.hours()), until);
        for (int i = 0; i < IN_ROW; i++) {
            Instant at = morning.plus(Duration.ofSeconds(95L * i));
            odd.add(new Purchase(kept.get(i), dear, at, CampaignMaker.VOUCHER_CENTS));
        }
        LocalDate today = Brussels.dateOf(until);
        for (int i = IN_ROW; i < kept.size(); i++) {
            Instant at = today.minusDays(2L + i % 3)
                    .atTime(NIGHT.plusMinutes(i))
                    .atZone(Brussels.ZONE)
                    .toInstant();
            odd.add(new Purchase(kept.get(i), other, at, 40_00 + 5_00L * (i % 4)));
        }
        return odd;
    }

    private static Instant openMorning(OpeningHours hours, Instant until) {
        LocalDate today = Brussels.dateOf(until);
        return IntStream.range(2, DAYS_SEARCHED)
                .mapToObj(today::minusDays)
                .map(day -> day.atTime(MORNING))
                .filter(hours::openAt)
                .findFirst()
                .orElse(today.minusDays(3).atTime(MORNING))
                .atZone(Brussels.ZONE)
                .toInstant();
    }
}
