package be.quartier.shop.payments;

import java.time.Instant;
import java.util.Locale;

/**
 * A merchant's key as its page shows it.
 *
 * @param lastFour its last characters
 * @param methods what customers can pay with, as the provider names it
 * @param checkedAt when the provider was last asked
 */
public record PaymentKey(String lastFour, State state, String methods, Instant checkedAt) {

    /** Whether customers can pay with it. */
    public enum State {
        /** They can. */
        WORKS,
        /** It works, but moves no money: not for customers. */
        TEST,
        /** The provider does not know it any more. */
        REFUSED;

        /** The name in rows and texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
