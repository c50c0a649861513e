package be.quartier.shop.orders;

import be.quartier.shop.terms.Substitution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One merchant's part of an order.
 *
 * @param number what people call the whole order
 * @param slot when it is brought; empty when it is fetched
 * @param note what the merchant says to it
 * @param substitution what the merchant may put in place of what it lacks, as its terms said when this was ordered
 * @param cycle the orders with which it closes, where the merchant asks a minimum of them
 */
public record MerchantOrder(
        UUID id,
        UUID order,
        String number,
        UUID merchant,
        MerchantState state,
        long placedCents,
        long totalCents,
        Instant readyAt,
        Optional<Instant> cancelUntil,
        Optional<UUID> slot,
        String note,
        Instant placedAt,
        Substitution substitution,
        Optional<Cycle> cycle,
        List<OrderLine> lines,
        List<Leg> legs,
        List<Event> events) {

    /** Something that happened. */
    public record Event(EventKind kind, String detail, Instant at) {}

    /** Copies. */
    public MerchantOrder {
        lines = List.copyOf(lines);
        legs = List.copyOf(legs);
        events = List.copyOf(events);
    }

    /** VAT per rate, of what is handed over. */
    public Map<Integer, Prices.VatShare> vat() {
        return Prices.vat(lines);
    }

    /** Whether the customer may still take it back. */
    public boolean cancellableAt(Instant now) {
        return state == MerchantState.PLACED
                || (state.prepares() && cancelUntil.filter(now::isBefore).isPresent());
    }

    /** Whether a line waits for the customer's word. */
    public boolean asks() {
        return lines.stream().anyMatch(line -> line.state() == OrderLine.State.ASKED || line.waits());
    }
}
