package be.quartier.vouchers.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Everything the dashboard shows at one moment; immutable.
 *
 * @param at when it was made
 * @param lastAt when the last transfer was made that it rests on; the epoch when there is none
 * @param totals the campaign as a whole
 * @param cells every cell of every table that has somebody in it
 * @param hidden the places where purchases and what was spent are not shown
 * @param hiddenIssued the places where the number of vouchers issued is not shown
 * @param byDay spent per day, for the forecast alone
 * @param forecast the expected end
 */
public record LiveView(
        Instant at,
        Instant lastAt,
        LiveTotals totals,
        Map<CellKey, LiveCell> cells,
        Set<CellKey> hidden,
        Set<CellKey> hiddenIssued,
        NavigableMap<LocalDate, Long> byDay,
        Forecast forecast) {

    /**
     * A cell.
     *
     * @param key its place
     * @param spentCents spent net of what was given back
     * @param purchases how many purchases
     * @param households how many households spent
     * @param issued vouchers issued, in tables by district and age only; 0 elsewhere
     * @param issuedHouseholds households they were issued to
     */
    public record LiveCell(
            CellKey key, long spentCents, int purchases, int households, int issued, int issuedHouseholds) {

        /** What was spent, and by how many households. */
        Figure spent() {
            return new Figure(key, households, spentCents);
        }

        /** What was issued, and to how many households. */
        Figure given() {
            return new Figure(key, issuedHouseholds, issued);
        }
    }

    /** Whether it may be said what was spent in a place. */
    public boolean shown(CellKey key) {
        return !hidden.contains(key);
    }

    /** Whether it may be said how many vouchers were issued in a place. */
    public boolean shownIssued(CellKey key) {
        return !hiddenIssued.contains(key);
    }

    /** Whether a place is in the tables at all: not where a few got vouchers and nobody spent. */
    private boolean listed(LiveCell cell) {
        return cell.households() > 0 || shownIssued(cell.key());
    }

    /** The cells that divide by one dimension alone, in the order of their coordinates; hidden ones are included. */
    public List<LiveCell> by(Dimension dimension) {
        return cells.values().stream()
                .filter(cell -> listed(cell) && divides(cell.key(), dimension))
                .sorted(Comparator.comparingInt(LiveView::age).thenComparing(LiveCell::key))
                .toList();
    }

    /** The cells within one part of a dimension, divided by another one: a district's age bands. */
    public List<LiveCell> within(Dimension dimension, String part, Dimension other) {
        return cells.values().stream()
                .filter(cell -> listed(cell)
                        && cell.key().at().get(dimension.place()).equals(part)
                        && cell.key().divides(other.place()))
                .sorted(Comparator.comparingInt(LiveView::age).thenComparing(LiveCell::key))
                .toList();
    }

    /** Ages read from young to old, whatever their codes look like. */
    private static int age(LiveCell cell) {
        String part = cell.key().at().get(Dimension.AGE.place());
        return Arrays.stream(AgeBand.values())
                .filter(band -> band.code().equals(part))
                .mapToInt(AgeBand::ordinal)
                .findFirst()
                .orElse(-1);
    }

    private static boolean divides(CellKey key, Dimension dimension) {
        for (var other : Dimension.values()) {
            if (key.divides(other.place()) != (other == dimension)) {
                return false;
            }
        }
        return true;
    }
}
