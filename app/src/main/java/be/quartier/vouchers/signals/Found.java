package be.quartier.vouchers.signals;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A pattern that was found at a shop.
 *
 * @param score 1 to 100: what to look at first
 * @param facts the numbers of its sentence, as {@link SignalKind} lists them
 * @param till where most of it happened; empty when a till has nothing to do with it
 * @param entries the purchases behind it, at most {@link #ENTRIES_MAX}
 */
public record Found(
        SignalKind kind,
        UUID merchant,
        Optional<UUID> till,
        int score,
        List<Long> facts,
        List<UUID> entries,
        Instant first,
        Instant last) {

    /** Most purchases kept with a signal. */
    public static final int ENTRIES_MAX = 60;

    private static final int SCORE_MAX = 100;

    /** Copies and bounds. */
    public Found {
        score = Math.clamp(score, 1, SCORE_MAX);
        facts = List.copyOf(facts);
        entries = List.copyOf(entries.subList(0, Math.min(ENTRIES_MAX, entries.size())));
    }

    /** A pattern made of these purchases, in the order of time. */
    static Found of(SignalKind kind, UUID merchant, int score, List<Long> facts, List<Sale> sales) {
        return new Found(
                kind,
                merchant,
                sales.stream().collect(Collectors.groupingBy(Sale::till, Collectors.counting())).entrySet().stream()
                        .max(Map.Entry.<UUID, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey),
                score,
                facts,
                sales.stream().map(Sale::id).toList(),
                sales.stream().map(Sale::at).min(Comparator.naturalOrder()).orElseThrow(),
                sales.stream().map(Sale::at).max(Comparator.naturalOrder()).orElseThrow());
    }

    /** Counts the different values of a property. */
    static long distinct(List<Sale> sales, Function<Sale, ?> of) {
        return sales.stream().map(of).distinct().count();
    }
}
