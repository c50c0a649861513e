package be.quartier.shop.orders;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A line as it was sold.
 *
 * @param quantity ordered: pieces, or grams
 * @param units what it took of the stock
 * @param delivered what was weighed
 * @param asked more than agreed to, waiting for the customer's word
 * @param amountCents what it costs now, deposit included
 * @param substitute what the merchant proposed or put in its place
 */
public record OrderLine(
        UUID id,
        int position,
        UUID variant,
        String name,
        Unit unit,
        long quantity,
        long priceCents,
        long depositCents,
        int vatPermille,
        Map<UUID, Long> units,
        State state,
        OptionalLong delivered,
        OptionalLong asked,
        long amountCents,
        Optional<Substitute> substitute)
        implements Prices.Taxed {

    /** Where a line stands. */
    public enum State {
        /** The merchant has it. */
        ORDERED,
        /** It weighs more than agreed to. */
        ASKED,
        /** The merchant does not have it, or the customer does not want it any more. */
        REFUSED;

        /** The name in rows. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies. */
    public OrderLine {
        units = Map.copyOf(units);
    }

    /** Whether it is part of what is handed over. */
    public boolean live() {
        return state != State.REFUSED;
    }

    /** Whether a substitute waits for the customer's word. */
    public boolean waits() {
        return substitute.filter(Substitute::waits).isPresent();
    }

    /** What counts: weighed, or else ordered. */
    public long counted() {
        return delivered.orElse(quantity);
    }

    @Override
    public long goodsCents() {
        return live() ? Prices.goods(unit, priceCents, counted()) : 0;
    }

    /** What it comes to for so much. */
    long cents(long counting) {
        return Prices.goods(unit, priceCents, counting) + Prices.deposits(unit, depositCents, counting);
    }
}
