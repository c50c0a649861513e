package be.quartier.vouchers.letters;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Letters made together, as one print job.
 *
 * @param letters envelopes
 * @param vouchers vouchers in them
 * @param pages pages of the file
 * @param checked letters already drawn once to see that everything fits
 * @param fault why the check stopped, for the town hall
 * @param reason why it is a reprint
 */
public record LetterBatch(
        UUID id,
        UUID campaign,
        Kind kind,
        State state,
        int letters,
        int vouchers,
        int pages,
        int checked,
        Optional<String> fault,
        Optional<String> reason,
        UUID createdBy,
        Instant createdAt) {

    /** Fault: the campaign's own words are too long for the page. */
    public static final String TOO_LONG = "too-long";

    /** Fault: children of the batch are no longer in the registry. */
    public static final String GONE = "gone";

    /** Why it was made. */
    public enum Kind {
        /** Everything not printed yet: all at first, newcomers later. */
        PENDING,
        /** One letter again. */
        REPRINT;

        /** As written in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    public enum State {
        /** Being drawn for the first time. */
        CHECKING,
        /** Can be taken to the printer. */
        READY,
        /** The check found a letter that does not fit. */
        FAILED;

        /** As written in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the file can be taken. */
    public boolean ready() {
        return state == State.READY;
    }
}
