package be.quartier.vouchers.proof;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of an application's timeline.
 *
 * @param actor who in the town hall; empty for the applicant
 * @param code the reason of a refusal, else empty
 * @param words what was asked, answered or explained; may be empty
 */
public record ProofEvent(UUID id, Kind kind, Instant at, Optional<UUID> actor, String code, String words) {

    /** What can happen. */
    public enum Kind {
        /** It arrived from a proven address. */
        RECEIVED,
        /** The town hall asks for more. */
        QUESTION,
        /** The applicant answered. */
        ANSWER,
        /** It was accepted. */
        ACCEPTED,
        /** It was refused. */
        REFUSED,
        /** The applicant appeals. */
        APPEAL,
        /** The refusal was upheld. */
        UPHELD,
        /** The voucher was issued. */
        ISSUED,
        /** The voucher was printed in a letter; read from the letters, not stored. */
        LETTER;

        /** As written in the database and in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What the audit trail calls it. */
        String action() {
            return "vouchers.proof-" + code();
        }

        /** The kind of a code. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
