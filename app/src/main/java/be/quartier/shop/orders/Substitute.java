package be.quartier.shop.orders;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What a merchant puts in place of a line it lacks, as it is sold now.
 *
 * @param quantity pieces, or grams
 * @param units what it took of the stock
 * @param amountCents what it costs, deposit included
 * @param answerBy until when the customer may answer; afterwards the line is left out
 */
public record Substitute(
        UUID variant,
        String name,
        Unit unit,
        long quantity,
        long priceCents,
        long depositCents,
        int vatPermille,
        Map<UUID, Long> units,
        long amountCents,
        State state,
        Instant answerBy) {

    /** Where a substitute stands. */
    public enum State {
        /** It waits for the customer's word. */
        ASKED,
        /** The customer takes it. */
        AGREED,
        /** The customer does not. */
        DECLINED,
        /** Nobody answered in time, or the line went another way. */
        LAPSED,
        /** It was put at once, as the terms allow. */
        GIVEN;

        /** The name in rows. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies. */
    public Substitute {
        units = Map.copyOf(units);
    }

    /** Whether it waits for the customer's word. */
    public boolean waits() {
        return state == State.ASKED;
    }

    /** Whether it took the place of the line. */
    public boolean taken() {
        return state == State.AGREED || state == State.GIVEN;
    }
}
