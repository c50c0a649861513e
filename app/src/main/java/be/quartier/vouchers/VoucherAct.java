package be.quartier.vouchers;

import be.quartier.ledger.Actor;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What somebody did to a voucher, money apart; never changed afterwards.
 *
 * @param reason what they wrote; mandatory
 */
public record VoucherAct(UUID voucher, Kind kind, String reason, Actor actor, Instant at) {

    /** What can be done to a voucher. */
    public enum Kind {
        /** It cannot be spent for the time being. */
        BLOCK,
        /** It can be spent again. */
        UNBLOCK,
        /** Its old token and code are dead and new ones made. */
        REISSUE,
        /** It is withdrawn. */
        CANCEL,
        /** Its last day is over. */
        EXPIRE,
        /** It got another last day. */
        EXTEND;

        /** As written in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Requires a reason. */
    public VoucherAct {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("What is done to a voucher has a reason");
        }
    }
}
