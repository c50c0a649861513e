package be.quartier.vouchers.signals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A signal in the queue.
 *
 * @param campaign empty when it is about no campaign in particular
 * @param facts the numbers of its sentence
 * @param state whether somebody still has to look
 */
public record Signal(
        UUID id,
        Optional<UUID> campaign,
        SignalKind kind,
        UUID merchant,
        Optional<UUID> till,
        int score,
        List<Long> facts,
        List<UUID> entries,
        Instant first,
        Instant last,
        State state) {

    /** Where a signal stands. */
    public enum State {
        /** Nobody has decided. */
        OPEN,
        /** The shop was asked; an answer is awaited. */
        ASKED,
        /** Looked at and decided. */
        SETTLED;

        /** The name in the database. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What somebody who looked decides. */
    public enum Decision {
        /** There is an innocent explanation. */
        NOTHING,
        /** The till is revoked at once. */
        BLOCK_TILL,
        /** The shop is asked first. */
        ASK;

        /** The name in the database and in texts. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** A look somebody took. */
    public record Look(Instant at, UUID person, Decision decision, String note) {}
}
