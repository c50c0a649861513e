package be.quartier.vouchers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A voucher (<em>bon</em>) as it is in the books; its money is in the ledger, its secrets are made by
 * {@link VoucherSecrets}.
 *
 * @param child for whom it was issued; empty for a voucher to bearer
 * @param serial its number in the campaign, from 1; no secret
 * @param generation how often its token was made; a reissue makes the next
 * @param nonce makes its typed code unique
 * @param stamp changes whenever what it may do changes
 * @param validFrom first Brussels day, its own or the campaign's
 * @param validUntil last Brussels day, its own or the campaign's
 */
public record Voucher(
        UUID id,
        UUID campaign,
        Optional<UUID> child,
        int serial,
        int generation,
        int nonce,
        State state,
        int stamp,
        long faceCents,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant issuedAt) {

    /** What a voucher may do. */
    public enum State {
        /** Can be spent inside its dates. */
        ACTIVE,
        /** Cannot be spent until it is unblocked or reissued. */
        BLOCKED,
        /** Its last day is over and what was left is back in the campaign. */
        EXPIRED,
        /** Withdrawn; what was left is back in the campaign. */
        CANCELLED;

        /** As written in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of a code of the database. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether its money can still be used, now or after unblocking. */
    public boolean alive() {
        return state == State.ACTIVE || state == State.BLOCKED;
    }
}
