package be.quartier.shop.orders;

import be.quartier.vouchers.Refusal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** What became of the wish to order. */
public sealed interface PlaceOutcome {

    /**
     * Placed, now or by the same request before.
     *
     * @param tracking the token that opens the tracking page; a secret of the customer
     * @param answer the order as JSON without its last brace, to which the tracking belongs
     */
    record Placed(UUID order, String tracking, String answer) implements PlaceOutcome {}

    /**
     * Nothing was ordered.
     *
     * @param about what it is about: ids by what they are, such as {@code variant}
     */
    record Refused(Why why, Map<String, String> about) implements PlaceOutcome {
        /** Copies. */
        public Refused {
            about = Map.copyOf(about);
        }

        static Refused of(Why why) {
            return new Refused(why, Map.of());
        }

        static Refused of(Why why, String what, Object which) {
            return new Refused(why, Map.of(what, which.toString()));
        }
    }

    /**
     * Nothing was ordered, because the voucher cannot pay its part.
     *
     * @param balanceCents what is on it, where the buyer needs to know
     */
    record VoucherRefused(Refusal why, OptionalLong balanceCents) implements PlaceOutcome {}

    /** Why nothing was ordered; the code is stable. */
    enum Why {
        /** Nothing in it, or too many lines. */
        NO_LINES(422, "lines-invalid"),
        /** Not on sale, or not any more. */
        UNKNOWN_VARIANT(422, "unknown-variant"),
        /** Not a quantity in which it is sold. */
        QUANTITY(422, "quantity-invalid"),
        /** No such slot. */
        UNKNOWN_SLOT(422, "unknown-slot"),
        /** Not a way in which this merchant is paid. */
        MODALITY(422, "modality-not-offered"),
        /** A part is to be paid with a voucher, and no code of one was given. */
        VOUCHER_MISSING(422, "voucher-missing"),
        /** A key that was used for another order. */
        KEY_REUSED(422, "idempotency-key-reused"),
        /** There is not enough of it. */
        OUT_OF_STOCK(409, "out-of-stock"),
        /** Every place is taken. */
        SLOT_FULL(409, "slot-full"),
        /** It cannot be ordered for any more. */
        SLOT_CLOSED(409, "slot-closed"),
        /** A merchant cannot be ready by then. */
        SLOT_TOO_SOON(409, "slot-too-soon"),
        /** Less than the merchant's minimum. */
        BELOW_MINIMUM(409, "below-minimum"),
        /** The merchant does not bring. */
        NO_DELIVERY(409, "no-delivery"),
        /** At the merchant's nothing is fetched. */
        NO_PICKUP(409, "no-pickup"),
        /** The merchant takes no orders by this way. */
        CHANNEL(409, "channel-not-offered");

        private final int status;
        private final String code;

        Why(int status, String code) {
            this.status = status;
            this.code = code;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** The stable code. */
        public String code() {
            return code;
        }

        /** The text key of its sentence. */
        public String key() {
            return "orders.refused." + code;
        }
    }
}
