package be.quartier.vouchers.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A table of three districts by three age bands with its margins, small enough to try every table that looks like it. */
final class SmallTable {

    static final int SIDE = 3;

    private final List<Figure> figures = new ArrayList<>();

    SmallTable(Random random) {
        var people = new HashMap<CellKey, Set<Integer>>();
        var cents = new HashMap<CellKey, Long>();
        int household = 0;
        for (int district = 0; district < SIDE; district++) {
            int[] spenders = random.ints(SIDE, 0, 12).toArray();
            for (int band = 0; band < SIDE; band++) {
                // Brothers and sisters: some households of the district are in several bands.
                for (int child = 0; child < spenders[band]; child++) {
                    boolean sibling = band > 0 && random.nextInt(3) == 0;
                    int who = sibling ? household + random.nextInt(12) : household + 12 * (1 + band) + child;
                    for (var key : places(district, band)) {
                        people.computeIfAbsent(key, any -> new HashSet<>()).add(who);
                        cents.merge(key, 1L + child % 2, Long::sum);
                    }
                }
            }
            household += 100;
        }
        people.forEach((key, who) -> figures.add(new Figure(key, who.size(), cents.getOrDefault(key, 0L))));
    }

    List<Figure> figures() {
        return figures;
    }

    static CellKey cell(int district, int band) {
        return CellKey.of("D" + district, "A" + band);
    }

    private static List<CellKey> places(int district, int band) {
        return List.of(
                CellKey.of("", ""), CellKey.of("D" + district, ""), CellKey.of("", "A" + band), cell(district, band));
    }
}
