package be.quartier.shop.orders;

import java.time.Instant;
import java.util.Locale;

/**
 * The orders of one merchant that close at the same instant and must come to a sum together: below it, those that the merchant has
 * not accepted by then are cancelled.
 *
 * @param minimumCents as the merchant's terms said when the order was placed
 */
public record Cycle(Instant closesAt, long minimumCents, State state) {

    /** Where a cycle stands, as far as one order is concerned. */
    public enum State {
        /** Orders still come. */
        OPEN,
        /** The sum was reached. */
        REACHED,
        /** It was not. */
        MISSED;

        /** The name in rows. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    static Cycle open(Instant closesAt, long minimumCents) {
        return new Cycle(closesAt, minimumCents, State.OPEN);
    }
}
