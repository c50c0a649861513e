package be.quartier.vouchers.live;

import be.quartier.commune.Brussels;
import be.quartier.ledger.Move;
import be.quartier.vouchers.live.LiveView.LiveCell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The running sums of one campaign in memory, fed by the ledger's transfers; rebuilt from them at any time. Not safe for
 * several threads: its owner locks it.
 */
final class LiveBook {

    private static final String UNKNOWN_SHOP = "?";

    private final Map<UUID, Voucher> vouchers = new HashMap<>();
    private final Map<UUID, Integer> households = new HashMap<>();
    private final Map<UUID, String> shops = new HashMap<>();
    private final Map<CellKey, Sum> sums = new HashMap<>();
    private final NavigableMap<LocalDate, Long> byDay = new TreeMap<>();
    private final Map<Integer, Integer> used = new HashMap<>();
    private Instant lastAt = Instant.EPOCH;
    private long issuedCents;
    private long returnedCents;
    private long lateRefundCents;

    /** What the book knows of a voucher. */
    private record Voucher(int number, int household, String district, String band) {}

    private static final class Sum {
        private final BitSet spending = new BitSet();
        private final BitSet holding = new BitSet();
        private long cents;
        private int purchases;
        private int issued;
    }

    boolean knows(UUID voucher) {
        return vouchers.containsKey(voucher);
    }

    boolean knowsShop(UUID payable) {
        return shops.containsKey(payable);
    }

    /** Adds a voucher that was issued. */
    void add(Place place) {
        if (vouchers.containsKey(place.voucher())) {
            return;
        }
        int household = households.computeIfAbsent(place.household(), any -> households.size());
        var voucher = new Voucher(
                vouchers.size(), household, part(place.district()), place.band().code());
        vouchers.put(place.voucher(), voucher);
        for (var key : whoKeys(voucher)) {
            var sum = sum(key);
            sum.issued++;
            sum.holding.set(household);
        }
    }

    /** Names the shop behind a payable account. */
    void name(UUID payable, UUID merchant) {
        shops.put(payable, merchant.toString());
    }

    /** Takes in one transfer of the campaign's book; the voucher is known. */
    void take(Move move) {
        lastAt = move.at().isAfter(lastAt) ? move.at() : lastAt;
        switch (move.reason()) {
            case ISSUE -> issuedCents += move.amountCents();
            case EXPIRE, CANCEL -> returnedCents += move.amountCents();
            case SPEND -> spend(move.debit(), move.credit(), move, 1, 1);
            case REFUND -> spend(move.credit(), move.debit(), move, -1, 0);
            case UNDO -> spend(move.credit(), move.debit(), move, -1, -1);
            case RELEASE -> returnedCents += vouchers.containsKey(move.credit()) ? 0 : move.amountCents();
            case FUND, HOLD, CLAIM, PAY, RETURN, CORRECT -> {
                // between the council, the shops and the bank, or still a voucher's though set aside
            }
        }
    }

    /** A purchase taken back within the minute was none; its household stays counted, for what was seen cannot be unseen. */
    private void spend(UUID voucher, UUID payable, Move move, int sign, int purchases) {
        var who = vouchers.get(voucher);
        if (who == null) {
            // A refund of a voucher that has ended: the money is back in the campaign, the tables keep the purchase.
            lateRefundCents += move.amountCents();
            return;
        }
        var day = Brussels.dateOf(move.at());
        long cents = sign * move.amountCents();
        byDay.merge(day, cents, Long::sum);
        used.merge(who.number(), purchases, Integer::sum);
        for (var key : keys(who, shops.getOrDefault(payable, UNKNOWN_SHOP), day)) {
            var sum = sum(key);
            sum.cents += cents;
            sum.purchases += purchases;
            sum.spending.set(who.household());
        }
    }

    private Sum sum(CellKey key) {
        return sums.computeIfAbsent(key, any -> new Sum());
    }

    /** The cells of the tables offered in which a purchase counts; closed downwards, as {@link SmallCells} needs. */
    private static List<CellKey> keys(Voucher who, String shop, LocalDate day) {
        var all = CellKey.ALL;
        var week = week(day);
        return List.of(
                CellKey.of(all, all, all, all),
                CellKey.of(who.district(), all, all, all),
                CellKey.of(all, who.band(), all, all),
                CellKey.of(who.district(), who.band(), all, all),
                CellKey.of(all, all, shop, all),
                CellKey.of(all, all, all, week),
                CellKey.of(all, all, all, week + CellKey.WITHIN + day),
                CellKey.of(who.district(), all, all, week),
                CellKey.of(all, who.band(), all, week));
    }

    private static List<CellKey> whoKeys(Voucher who) {
        var all = CellKey.ALL;
        return List.of(
                CellKey.of(all, all, all, all),
                CellKey.of(who.district(), all, all, all),
                CellKey.of(all, who.band(), all, all),
                CellKey.of(who.district(), who.band(), all, all));
    }

    /** The ISO week of a day, such as {@code 2026-W36}; sorts by time. */
    static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** A district's name as a coordinate: an unknown one is not everybody. */
    private static String part(String district) {
        return district.isBlank() ? "?" : district.replace(CellKey.WITHIN, " ");
    }

    /** When the last transfer taken in was made. */
    Instant lastAt() {
        return lastAt;
    }

    LiveTotals totals(long budgetCents) {
        var whole = sums.get(CellKey.of("", "", "", ""));
        return new LiveTotals(
                budgetCents,
                issuedCents,
                (whole == null ? 0 : whole.cents) - lateRefundCents,
                returnedCents + lateRefundCents,
                vouchers.size(),
                (int) used.values().stream().filter(purchases -> purchases > 0).count(),
                whole == null ? 0 : whole.purchases);
    }

    Map<CellKey, LiveCell> cells() {
        var cells = new HashMap<CellKey, LiveCell>();
        sums.forEach((key, sum) -> cells.put(
                key,
                new LiveCell(
                        key,
                        sum.cents,
                        sum.purchases,
                        sum.spending.cardinality(),
                        sum.issued,
                        sum.holding.cardinality())));
        return cells;
    }

    /**
     * Where not to say what was spent. Only cells in which somebody spent are weighed: that nobody did is no secret that
     * hiding other cells could keep, since no week or shop has such a cell, and their sums would tell it.
     */
    static Set<CellKey> hidden(Map<CellKey, LiveCell> cells) {
        return hidden(
                cells.values().stream().filter(cell -> cell.households() > 0).map(LiveCell::spent));
    }

    /** Where not to say how many vouchers were issued. */
    static Set<CellKey> hiddenIssued(Map<CellKey, LiveCell> cells) {
        return hidden(cells.values().stream().filter(cell -> cell.issued() > 0).map(LiveCell::given));
    }

    private static Set<CellKey> hidden(Stream<Figure> figures) {
        return SmallCells.hidden(figures.toList(), Dimension.partitions(), SmallCells.K);
    }

    NavigableMap<LocalDate, Long> byDay() {
        return new TreeMap<>(byDay);
    }
}
