package be.quartier.vouchers.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One import of an extract.
 *
 * @param fileName as the clerk's computer called it, long numbers masked
 * @param rows rows read
 * @param work rows that change something when confirmed
 * @param done how many of them are done
 * @param stoppedWhy when stopped: {@code budget} or {@code campaign}
 */
public record RegistryImport(
        UUID id,
        UUID campaign,
        String fileName,
        String sha256,
        Scope scope,
        State state,
        Optional<String> stoppedWhy,
        int rows,
        int work,
        int done,
        LocalDate reference,
        UUID uploadedBy,
        Instant uploadedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> endedAt) {

    /** What the file holds, which the clerk says when sending it. */
    public enum Scope {
        /** Everyone: a child that is missing has left. */
        FULL,
        /** Newcomers alone: nothing follows for the others. */
        NEWCOMERS;

        /** As in the database and in forms. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where an import stands. */
    public enum State {
        /** Read, and waiting for the clerk; nothing has changed yet. */
        PREVIEW,
        /** Confirmed, households, children and vouchers are being made. */
        RUNNING,
        /** Waiting for the budget or the campaign; goes on where it stopped. */
        STOPPED,
        /** Everything is made. */
        DONE,
        /** Given up by the clerk before confirming. */
        CANCELLED,
        /** Neither confirmed nor given up within a day. */
        LAPSED,
        /** Taken back while nothing was spent. */
        UNDONE;

        /** As in the database and in keys of texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What an import found.
     *
     * @param reasons rows per reason
     * @param notes rows per note
     */
    public record Counts(Map<Reason, Integer> reasons, Map<Note, Integer> notes) {

        /** Copies. */
        public Counts {
            reasons = Map.copyOf(reasons);
            notes = Map.copyOf(notes);
        }

        /** Rows with a verdict. */
        public int of(RowVerdict verdict) {
            return reasons.entrySet().stream()
                    .filter(count -> count.getKey().verdict() == verdict)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        /** Rows with a note. */
        public int of(Note note) {
            return notes.getOrDefault(note, 0);
        }
    }
}
