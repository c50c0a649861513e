package be.quartier.vouchers.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of whole, non-negative cents that agree with the shown figures of a {@link SmallTable}, tried one by one. Only
 * those near the true one: where a cell can differ at all, it can by one, since the sums of rows and columns differ in steps.
 */
final class AllTables {

    private final Map<CellKey, Long> shown;
    private final Map<CellKey, Long> truth;
    private final Set<CellKey> hidden;
    private final List<CellKey> guessed;
    private final Map<CellKey, Long> guess = new HashMap<>();
    private final Map<CellKey, Set<Long>> seen = new HashMap<>();

    AllTables(List<Figure> figures, Set<CellKey> hidden) {
        this.hidden = hidden;
        this.truth = figures.stream().collect(Collectors.toMap(Figure::key, Figure::cents));
        this.shown = figures.stream()
                .filter(figure -> !hidden.contains(figure.key()))
                .collect(Collectors.toMap(Figure::key, Figure::cents));
        this.guessed = hidden.stream()
                .filter(key -> key.divides(0) && key.divides(1))
                .sorted()
                .toList();
    }

    /** The hidden cells that have one value in all these tables. */
    Set<CellKey> told() {
        guess(0);
        return hidden.stream()
                .filter(key -> seen.getOrDefault(key, Set.of()).size() == 1)
                .collect(Collectors.toSet());
    }

    private void guess(int at) {
        if (hidden.stream().allMatch(key -> seen.getOrDefault(key, Set.of()).size() > 1)) {
            return;
        }
        if (at == guessed.size()) {
            keep();
            return;
        }
        var key = guessed.get(at);
        long real = truth.getOrDefault(key, 0L);
        for (long cents = Math.max(0, real - 1); cents <= real + 1; cents++) {
            guess.put(key, cents);
            if (fits(key, at == guessed.size() - 1)) {
                guess(at + 1);
            }
        }
        guess.remove(key);
    }

    /** Whether the lines through a cell can still come to their shown totals. */
    private boolean fits(CellKey key, boolean last) {
        return comesTo(CellKey.of(key.at().get(0), ""), last)
                && comesTo(CellKey.of("", key.at().get(1)), last)
                && comesTo(CellKey.of("", ""), last);
    }

    private boolean comesTo(CellKey margin, boolean last) {
        Long total = shown.get(margin);
        if (total == null) {
            return true;
        }
        boolean open = !last && guessed.stream().anyMatch(cell -> isPart(cell, margin) && !guess.containsKey(cell));
        long sum = sum(margin);
        return open ? sum <= total : sum == total;
    }

    private long sum(CellKey margin) {
        long sum = 0;
        for (int district = 0; district < SmallTable.SIDE; district++) {
            for (int band = 0; band < SmallTable.SIDE; band++) {
                var cell = SmallTable.cell(district, band);
                if (isPart(cell, margin)) {
                    sum += shown.getOrDefault(cell, guess.getOrDefault(cell, 0L));
                }
            }
        }
        return sum;
    }

    private static boolean isPart(CellKey cell, CellKey margin) {
        for (int dimension = 0; dimension < 2; dimension++) {
            if (margin.divides(dimension)
                    && !margin.at().get(dimension).equals(cell.at().get(dimension))) {
                return false;
            }
        }
        return true;
    }

    private void keep() {
        for (var key : hidden) {
            long value = key.divides(0) && key.divides(1) ? guess.getOrDefault(key, 0L) : sum(key);
            seen.computeIfAbsent(key, any -> new HashSet<>()).add(value);
        }
    }
}
