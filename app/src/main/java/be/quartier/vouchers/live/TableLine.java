package be.quartier.vouchers.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One sum that a reader can check: a total and its parts along one dimension.
 *
 * @param total the margin
 * @param dimension the dimension along which the parts divide it
 * @param parts the cells that add up to it
 */
record TableLine(CellKey total, int dimension, List<CellKey> parts) {

    /** Every such sum among these cells, in a fixed order. */
    static List<TableLine> all(Set<CellKey> cells, int dimensions) {
        var lines = new ArrayList<TableLine>();
        for (int dimension = 0; dimension < dimensions; dimension++) {
            int along = dimension;
            Map<CellKey, List<CellKey>> byTotal = cells.stream()
                    .filter(cell -> cell.divides(along))
                    .sorted()
                    .collect(Collectors.groupingBy(cell -> cell.without(along), TreeMap::new, Collectors.toList()));
            byTotal.forEach((total, parts) -> {
                if (!cells.contains(total)) {
                    throw new IllegalArgumentException("the margin above " + parts.getFirst() + " is missing");
                }
                lines.add(new TableLine(total, along, parts));
            });
        }
        return List.copyOf(lines);
    }

    Stream<CellKey> members() {
        return Stream.concat(Stream.of(total), parts.stream());
    }
}
