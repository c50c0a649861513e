package be.quartier.vouchers.live;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides which cells of a set of linked tables stay hidden so that nobody behind them can be recognised.
 *
 * <p>First every cell with fewer than {@code k} households is hidden. Then, wherever a total and its other parts are
 * shown, enough further cells are hidden (the smallest first) that the hidden ones together concern at least {@code k}
 * households. Last, the shown figures are taken as a system of linear equations: as long as it has one solution for some
 * hidden cell, one more cell is hidden. Pure, and the same for equal input whatever its order.
 *
 * <p>The tables must be complete downwards: with a cell, every margin above it is among the figures.
 */
public final class SmallCells {

    /** The smallest group of households about which a figure is shown. */
    public static final int K = 5;

    private final Map<CellKey, Figure> figures;
    private final List<TableLine> lines;
    private final List<Boolean> partitions;
    private final int k;
    private final Set<CellKey> hidden = new HashSet<>();

    private SmallCells(Collection<Figure> figures, List<Boolean> partitions, int k) {
        this.figures = figures.stream().collect(Collectors.toMap(Figure::key, Function.identity()));
        this.partitions = List.copyOf(partitions);
        this.k = k;
        this.lines = TableLine.all(this.figures.keySet(), partitions.size());
    }

    /**
     * The places to hide.
     *
     * @param figures every cell of every table offered, margins included
     * @param partitions per dimension, whether a household is in one of its parts only (districts) or may be in several
     *     (shops): only then do the households of two cells add up
     * @param k smallest group shown, at least 2
     * @throws IllegalArgumentException when a margin is missing
     */
    public static Set<CellKey> hidden(Collection<Figure> figures, List<Boolean> partitions, int k) {
        var cells = new SmallCells(figures, partitions, k);
        cells.hideSmall();
        do {
            cells.coverTotals();
        } while (cells.hideOneRecomputable());
        return Set.copyOf(cells.hidden);
    }

    private void hideSmall() {
        figures.values().stream().filter(this::small).map(Figure::key).forEach(hidden::add);
    }

    private boolean small(Figure figure) {
        return figure.people() > 0 && figure.people() < k;
    }

    private void coverTotals() {
        var again = true;
        while (again) {
            again = false;
            for (var line : lines) {
                while (exposed(line) && hidden.add(next(line))) {
                    again = true;
                }
            }
        }
    }

    /** Whether the shown members of the line tell too much about its hidden ones. */
    private boolean exposed(TableLine line) {
        var unseen = line.parts().stream().filter(hidden::contains).toList();
        if (hidden.contains(line.total())) {
            return unseen.isEmpty();
        }
        if (unseen.isEmpty()) {
            return false;
        }
        var people = unseen.stream().mapToInt(this::people);
        int together =
                partitions.get(line.dimension()) ? people.sum() : people.max().orElse(0);
        var spending = unseen.stream().filter(key -> cents(key) != 0).count();
        return unseen.size() < 2
                || together < k
                || (spending < 2 && candidate(line).isPresent());
    }

    /** The next cell to hide on an exposed line: its smallest part that somebody stands behind, else the total. */
    private CellKey next(TableLine line) {
        return candidate(line).orElse(line.total());
    }

    private Optional<CellKey> candidate(TableLine line) {
        return line.parts().stream()
                .filter(key -> !hidden.contains(key) && people(key) > 0 && cents(key) != 0)
                .min(Comparator.comparingInt(this::people).thenComparing(Comparator.naturalOrder()));
    }

    private boolean hideOneRecomputable() {
        var told = LinearSystem.determined(lines, hidden);
        for (var line : lines) {
            var speaks = line.members().anyMatch(told::contains);
            if (speaks && candidate(line).isPresent()) {
                hidden.add(candidate(line).get());
                return true;
            }
        }
        for (var line : lines) {
            if (line.members().anyMatch(told::contains) && hidden.add(line.total())) {
                return true;
            }
        }
        return false;
    }

    private int people(CellKey key) {
        return requireNonNull(figures.get(key)).people();
    }

    private long cents(CellKey key) {
        return requireNonNull(figures.get(key)).cents();
    }
}
