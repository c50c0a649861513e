package be.quartier.vouchers.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What linear algebra tells about hidden cells: the unknowns are the hidden cells, each line one equation.
 *
 * <p>Computed modulo a prime: a cell that is determined over the rationals is determined here too, since the
 * coefficients are 0, 1 and -1 and the prime is far above every minor of tables of this size.
 */
final class LinearSystem {

    private static final long PRIME = 2_147_483_647L;

    private LinearSystem() {}

    /** The hidden cells whose value follows from the shown ones. */
    static Set<CellKey> determined(List<TableLine> lines, Set<CellKey> hidden) {
        var columns = columns(hidden);
        // Reduced rows by pivot column; each is sparse: column to coefficient.
        var reduced = new TreeMap<Integer, Map<Integer, Long>>();
        for (var line : lines) {
            var row = row(line, columns);
            eliminate(row, reduced);
            if (!row.isEmpty()) {
                addPivot(row, reduced);
            }
        }
        var names = new ArrayList<CellKey>(hidden.stream().sorted().toList());
        var told = new HashSet<CellKey>();
        reduced.forEach((pivot, row) -> {
            if (row.size() == 1) {
                told.add(names.get(pivot));
            }
        });
        return told;
    }

    private static Map<CellKey, Integer> columns(Set<CellKey> hidden) {
        var columns = new HashMap<CellKey, Integer>();
        hidden.stream().sorted().forEach(key -> columns.put(key, columns.size()));
        return columns;
    }

    private static Map<Integer, Long> row(TableLine line, Map<CellKey, Integer> columns) {
        var row = new HashMap<Integer, Long>();
        var total = columns.get(line.total());
        if (total != null) {
            row.put(total, PRIME - 1);
        }
        for (var part : line.parts()) {
            var column = columns.get(part);
            if (column != null) {
                row.put(column, 1L);
            }
        }
        return row;
    }

    private static void eliminate(Map<Integer, Long> row, Map<Integer, Map<Integer, Long>> reduced) {
        for (var column : List.copyOf(row.keySet())) {
            var factor = row.get(column);
            var pivotRow = reduced.get(column);
            if (factor != null && pivotRow != null) {
                subtract(row, pivotRow, factor);
            }
        }
    }

    /** Keeps the reduced form: the new pivot vanishes from every older row. */
    private static void addPivot(Map<Integer, Long> pivotRow, Map<Integer, Map<Integer, Long>> reduced) {
        var first = pivotRow.entrySet().iterator().next();
        int pivot = first.getKey();
        long inverse = power(first.getValue(), PRIME - 2);
        pivotRow.replaceAll((column, value) -> value * inverse % PRIME);
        for (var older : reduced.values()) {
            var factor = older.get(pivot);
            if (factor != null) {
                subtract(older, pivotRow, factor);
            }
        }
        reduced.put(pivot, pivotRow);
    }

    private static void subtract(Map<Integer, Long> row, Map<Integer, Long> pivotRow, long factor) {
        pivotRow.forEach((column, value) -> {
            long left = Math.floorMod(row.getOrDefault(column, 0L) - factor * value % PRIME, PRIME);
            if (left == 0) {
                row.remove(column);
            } else {
                row.put(column, left);
            }
        });
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
