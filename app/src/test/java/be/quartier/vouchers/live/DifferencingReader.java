package be.quartier.vouchers.live;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A curious reader of published tables, written apart from the code under test: the unknowns are the finest groups
 * (district, age band, shop), each shown figure is one equation, the arithmetic is exact over the rationals.
 */
final class DifferencingReader {

    private final SpendingTown town;
    private final List<List<String>> atoms;
    private final List<Figure> figures;
    private final List<CellKey> shown;
    private final Set<CellKey> hidden;

    DifferencingReader(SpendingTown town, Set<CellKey> hidden) {
        this.town = town;
        this.figures = town.figures();
        this.hidden = hidden;
        this.shown = figures.stream()
                .map(Figure::key)
                .filter(key -> !hidden.contains(key))
                .toList();
        this.atoms = town.purchases().stream()
                .map(SpendingTown.Purchase::at)
                .distinct()
                .toList();
    }

    /** What the reader found out about fewer than {@code k} households, if anything. */
    Optional<String> leak(int k) {
        return recomputed(k).or(() -> differenced(k));
    }

    private Optional<String> recomputed(int k) {
        var rows = new TreeMap<Integer, Map<Integer, BigInteger>>();
        shown.forEach(key -> reduce(indicator(key), rows).ifPresent(row -> rows.put(pivot(row), row)));
        return figures.stream()
                .filter(figure -> hidden.contains(figure.key()) && figure.people() < k)
                .filter(figure -> reduce(indicator(figure.key()), rows).isEmpty())
                .map(figure -> figure.key() + " follows from the shown figures: " + figure.people() + " households")
                .findFirst();
    }

    /** Subtracts from each shown figure every shown part, alone and along each dimension together. */
    private Optional<String> differenced(int k) {
        for (var total : shown) {
            var insides = shown.stream().filter(part -> inside(part, total)).toList();
            for (var part : insides) {
                var left = households(total, Set.of(part));
                if (!left.isEmpty() && left.size() < k) {
                    return Optional.of(total + " minus " + part + " is about " + left.size());
                }
            }
            for (int dimension = 0; dimension < total.at().size(); dimension++) {
                var along = line(insides, total, dimension);
                var left = along.isEmpty() ? Set.of() : households(total, along);
                if (!left.isEmpty() && left.size() < k) {
                    return Optional.of(total + " minus " + along + " is about " + left.size());
                }
            }
        }
        return Optional.empty();
    }

    private static Set<CellKey> line(List<CellKey> insides, CellKey total, int dimension) {
        var line = new HashSet<CellKey>();
        for (var part : insides) {
            if (part.divides(dimension) && part.without(dimension).equals(total)) {
                line.add(part);
            }
        }
        return line;
    }

    private static boolean inside(CellKey part, CellKey total) {
        if (part.equals(total)) {
            return false;
        }
        for (int dimension = 0; dimension < total.at().size(); dimension++) {
            if (total.divides(dimension)
                    && !total.at().get(dimension).equals(part.at().get(dimension))) {
                return false;
            }
        }
        return true;
    }

    /** The households behind the purchases of {@code total} that are in none of {@code parts}. */
    private Set<Integer> households(CellKey total, Set<CellKey> parts) {
        var left = new HashSet<Integer>();
        for (var purchase : town.purchases()) {
            if (covers(total, purchase.at()) && parts.stream().noneMatch(part -> covers(part, purchase.at()))) {
                left.add(purchase.household());
            }
        }
        return left;
    }

    private static boolean covers(CellKey key, List<String> atom) {
        for (int dimension = 0; dimension < atom.size(); dimension++) {
            if (key.divides(dimension) && !key.at().get(dimension).equals(atom.get(dimension))) {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, BigInteger> indicator(CellKey key) {
        var row = new HashMap<Integer, BigInteger>();
        for (int atom = 0; atom < atoms.size(); atom++) {
            if (covers(key, atoms.get(atom))) {
                row.put(atom, BigInteger.ONE);
            }
        }
        return row;
    }

    private static int pivot(Map<Integer, BigInteger> row) {
        return row.keySet().stream().min(Integer::compare).orElseThrow();
    }

    /** What stays of a row after elimination with whole numbers; empty when it is a combination of the others. */
    private static Optional<Map<Integer, BigInteger>> reduce(
            Map<Integer, BigInteger> row, Map<Integer, Map<Integer, BigInteger>> rows) {
        var rest = row;
        while (!rest.isEmpty()) {
            var pivot = pivot(rest);
            var other = rows.get(pivot);
            if (other == null) {
                return Optional.of(rest);
            }
            rest = combine(
                    rest, other.getOrDefault(pivot, BigInteger.ZERO), other, rest.getOrDefault(pivot, BigInteger.ZERO));
        }
        return Optional.empty();
    }

    private static Map<Integer, BigInteger> combine(
            Map<Integer, BigInteger> left, BigInteger times, Map<Integer, BigInteger> right, BigInteger minus) {
        var columns = new HashSet<>(left.keySet());
        columns.addAll(right.keySet());
        var sum = new HashMap<Integer, BigInteger>();
        var common = BigInteger.ZERO;
        for (var column : columns) {
            var value = left.getOrDefault(column, BigInteger.ZERO)
                    .multiply(times)
                    .subtract(right.getOrDefault(column, BigInteger.ZERO).multiply(minus));
            if (value.signum() != 0) {
                sum.put(column, value);
                common = common.gcd(value);
            }
        }
        for (var entry : new ArrayList<>(sum.entrySet())) {
            sum.put(entry.getKey(), entry.getValue().divide(common));
        }
        return sum;
    }
}
