package be.quartier.shop.orders;

import be.quartier.shop.Modality;
import be.quartier.shop.orders.PlaceOutcome.Refused;
import be.quartier.shop.orders.PlaceOutcome.Why;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.stock.Want;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An order as it would be placed now: the lines of each merchant with their prices, how each is paid and from when it is ready.
 *
 * @param parts by merchant, in the order of the lines
 * @param slot when it is brought; empty when it is fetched
 */
public record Draft(List<Part> parts, Optional<Slot> slot) {

    /** Copies. */
    public Draft {
        parts = List.copyOf(parts);
    }

    /**
     * One merchant's part.
     *
     * @param rest how what a voucher does not cover is paid
     * @param cycle the other orders it needs, where the merchant asks so
     */
    public record Part(
            SellingTerms terms,
            List<Line> lines,
            Modality modality,
            Optional<Modality> rest,
            Instant readyAt,
            Optional<Instant> cancelUntil,
            Optional<Cycle> cycle) {
        /** Copies. */
        public Part {
            lines = List.copyOf(lines);
        }

        /** What it comes to, deposits included. */
        public long cents() {
            return lines.stream().mapToLong(Line::cents).sum();
        }

        /** What the goods come to, without deposits: what a minimum is compared with. */
        public long goodsCents() {
            return lines.stream().mapToLong(Line::goodsCents).sum();
        }
    }

    /** So much of an offer. */
    public record Line(Offer offer, long quantity) implements Prices.Taxed {

        /** What it comes to, deposit included. */
        public long cents() {
            return offer.cents(quantity);
        }

        @Override
        public int vatPermille() {
            return offer.vatPermille();
        }

        @Override
        public long goodsCents() {
            return Prices.goods(offer.unit(), offer.priceCents(), quantity);
        }
    }

    /** What a look at a wish gives. */
    sealed interface Look {
        /** It can be placed, as far as one can see before the stock is taken. */
        record Fits(Draft draft) implements Look {}

        /** It cannot. */
        record Not(Refused refused) implements Look {}
    }

    /** What it comes to. */
    public long cents() {
        return parts.stream().mapToLong(Part::cents).sum();
    }

    /** What it takes of the stock and of the slot. */
    List<Want> wants() {
        List<Want> wants = new ArrayList<>();
        for (Part part : parts) {
            for (Line line : part.lines()) {
                line.offer().needs().forEach((unit, per) -> wants.add(new Want(unit, line.quantity() * per)));
            }
        }
        slot.ifPresent(one -> wants.add(new Want(one.unit(), 1)));
        return wants;
    }

    /**
     * Whether there is obviously too little of a variant, before anything else is looked at: in a rush that is what most buyers
     * hear, and it should cost little. Empty too when another line cannot be ordered at all, which is the better answer.
     */
    static Optional<Refused> scarce(OrderWish wish, Map<UUID, Offer> offers) {
        Map<UUID, Long> asked = new LinkedHashMap<>();
        Optional<UUID> gone = Optional.empty();
        for (OrderWish.Line line : wish.lines()) {
            Offer offer = offers.get(line.variant());
            if (offer == null || !offer.sells(line.quantity())) {
                return Optional.empty();
            }
            long together = asked.merge(line.variant(), line.quantity(), Math::addExact);
            if (offer.available().orElse(Long.MAX_VALUE) < together) {
                gone = gone.or(() -> Optional.of(line.variant()));
            }
        }
        return gone.map(variant -> Refused.of(Why.OUT_OF_STOCK, "variant", variant));
    }

    /** Looks at a wish: everything but the stock. */
    static Look of(
            OrderWish wish, Map<UUID, Offer> offers, Map<UUID, SellingTerms> terms, Optional<Slot> slot, Instant now) {
        if (wish.lines().isEmpty() || wish.lines().size() > OrderWish.LINES_MAX) {
            return new Look.Not(Refused.of(Why.NO_LINES));
        }
        if (wish.slot().isPresent() && slot.isEmpty()) {
            return new Look.Not(Refused.of(Why.UNKNOWN_SLOT, "slot", wish.slot().get()));
        }
        if (slot.isPresent() && !slot.get().openAt(now)) {
            return new Look.Not(Refused.of(Why.SLOT_CLOSED, "slot", slot.get().id()));
        }
        Map<UUID, List<Line>> byMerchant = new LinkedHashMap<>();
        for (OrderWish.Line line : wish.lines()) {
            Offer offer = offers.get(line.variant());
            if (offer == null || !terms.containsKey(offer.merchant())) {
                return new Look.Not(Refused.of(Why.UNKNOWN_VARIANT, "variant", line.variant()));
            }
            if (!offer.sells(line.quantity())) {
                return new Look.Not(Refused.of(Why.QUANTITY, "variant", line.variant()));
            }
            byMerchant.computeIfAbsent(offer.merchant(), _ -> new ArrayList<>()).add(new Line(offer, line.quantity()));
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<UUID, List<Line>> one : byMerchant.entrySet()) {
            SellingTerms how = java.util.Objects.requireNonNull(terms.get(one.getKey()));
            Optional<Refused> refused = refusal(wish, how, one.getValue(), slot, now);
            if (refused.isPresent()) {
                return new Look.Not(refused.get());
            }
            parts.add(part(wish, how, one.getValue(), slot, now));
        }
        Optional<UUID> stranger = Stream.concat(wish.ways().keySet().stream(), wish.rests().keySet().stream())
                .filter(merchant -> !byMerchant.containsKey(merchant))
                .findFirst();
        if (stranger.isPresent()) {
            return new Look.Not(Refused.of(Why.MODALITY, "merchant", stranger.get()));
        }
        return new Look.Fits(new Draft(parts, slot));
    }

    private static Optional<Refused> refusal(
            OrderWish wish, SellingTerms terms, List<Line> lines, Optional<Slot> slot, Instant now) {
        UUID merchant = terms.merchant();
        if (!terms.channels().sell(wish.source())) {
            return Optional.of(Refused.of(Why.CHANNEL, "merchant", merchant));
        }
        if (slot.isPresent() ? !terms.delivery() : !terms.pickup()) {
            return Optional.of(Refused.of(slot.isPresent() ? Why.NO_DELIVERY : Why.NO_PICKUP, "merchant", merchant));
        }
        if (way(wish, terms, slot.isPresent()).isEmpty()) {
            return Optional.of(Refused.of(Why.MODALITY, "merchant", merchant));
        }
        Modality rest = wish.rests().get(merchant);
        if (rest != null
                && (rest == Modality.VOUCHER
                        || !offered(terms, slot.isPresent()).contains(rest))) {
            return Optional.of(Refused.of(Why.MODALITY, "merchant", merchant));
        }
        boolean byVoucher = way(wish, terms, slot.isPresent())
                .filter(Modality.VOUCHER::equals)
                .isPresent();
        if (byVoucher && wish.voucher().isEmpty()) {
            return Optional.of(Refused.of(Why.VOUCHER_MISSING, "merchant", merchant));
        }
        if (lines.stream().mapToLong(Line::goodsCents).sum() < terms.minimumCents()) {
            return Optional.of(new Refused(
                    Why.BELOW_MINIMUM,
                    Map.of("merchant", merchant.toString(), "minimumCents", Long.toString(terms.minimumCents()))));
        }
        return slot.filter(one -> terms.readyAt(now, lead(lines)).isAfter(one.from()))
                .map(one -> Refused.of(Why.SLOT_TOO_SOON, "merchant", merchant));
    }

    private static Part part(OrderWish wish, SellingTerms terms, List<Line> lines, Optional<Slot> slot, Instant now) {
        Modality way = way(wish, terms, slot.isPresent()).orElseThrow();
        return new Part(
                terms,
                lines,
                way,
                Optional.ofNullable(wish.rests().get(terms.merchant())).filter(_ -> way == Modality.VOUCHER),
                slot.map(Slot::from).orElseGet(() -> terms.readyAt(now, lead(lines))),
                terms.cancelUntil(now),
                terms.cycle(slot, now));
    }

    private static int lead(List<Line> lines) {
        return lines.stream()
                .map(line -> line.offer().leadDays())
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** The way asked for, where the merchant offers it; else the first it offers that needs nothing more from the customer. */
    private static Optional<Modality> way(OrderWish wish, SellingTerms terms, boolean brought) {
        List<Modality> offered = offered(terms, brought);
        Modality asked = wish.ways().get(terms.merchant());
        if (asked != null) {
            return Optional.of(asked).filter(offered::contains);
        }
        return offered.stream().filter(one -> one != Modality.VOUCHER).findFirst();
    }

    private static List<Modality> offered(SellingTerms terms, boolean brought) {
        return terms.ways(brought).stream().map(SellingTerms.Way::modality).toList();
    }
}
