package be.quartier.vouchers.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A made-up town whose households spend: by district, age band and shop, with the five tables the dashboard offers. */
final class SpendingTown {

    /** One purchase: the household, its district, the child's age band, the shop and the cents. */
    record Purchase(int household, List<String> at, long cents) {}

    private static final List<Set<Integer>> VIEWS = List.of(Set.of(), Set.of(0), Set.of(1), Set.of(2), Set.of(0, 1));

    private final List<Purchase> purchases = new ArrayList<>();

    SpendingTown(Random random) {
        this(random, 20 + random.nextInt(120), 2 + random.nextInt(6), 3 + random.nextInt(8));
    }

    SpendingTown(Random random, int households, int districts, int shops) {
        for (int household = 0; household < households; household++) {
            // Squared, so that some districts and shops are nearly empty: that is where people are recognised.
            var district = "D" + skewed(random, districts);
            var children = 1 + random.nextInt(3);
            for (int child = 0; child < children; child++) {
                var band = "A" + random.nextInt(5);
                for (int spend = random.nextInt(4); spend > 0; spend--) {
                    var at = List.of(district, band, "S" + skewed(random, shops));
                    purchases.add(new Purchase(household, at, 1 + random.nextInt(5_000)));
                }
            }
        }
    }

    List<Purchase> purchases() {
        return purchases;
    }

    List<Figure> figures() {
        var households = new HashMap<CellKey, Set<Integer>>();
        var cents = new HashMap<CellKey, Long>();
        for (var purchase : purchases) {
            for (var view : VIEWS) {
                var key = place(purchase, view);
                households.computeIfAbsent(key, any -> new HashSet<>()).add(purchase.household());
                cents.merge(key, purchase.cents(), Long::sum);
            }
        }
        return households.entrySet().stream()
                .map(cell -> new Figure(cell.getKey(), cell.getValue().size(), cents.getOrDefault(cell.getKey(), 0L)))
                .toList();
    }

    private static CellKey place(Purchase purchase, Set<Integer> view) {
        var at = new ArrayList<String>();
        for (int dimension = 0; dimension < purchase.at().size(); dimension++) {
            at.add(view.contains(dimension) ? purchase.at().get(dimension) : CellKey.ALL);
        }
        return new CellKey(at);
    }

    private static int skewed(Random random, int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 2));
    }
}
