package be.quartier.shop.day;

import be.quartier.commune.Brussels;
import be.quartier.shop.Modality;
import be.quartier.shop.orders.EventKind;
import be.quartier.shop.orders.Leg;
import be.quartier.shop.orders.MerchantOrder;
import be.quartier.shop.orders.Prices.VatShare;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the orders that ended in a period came to.
 *
 * @param entries in the order in which they ended
 */
public record Statement(Period period, List<Entry> entries) {

    /** Copies. */
    public Statement {
        entries = List.copyOf(entries);
    }

    /**
     * An order that ended.
     *
     * @param at when
     * @param end handed over, refused or cancelled
     */
    public record Entry(MerchantOrder part, Instant at, EventKind end) {

        /** Whether it was handed over. */
        public boolean handedOver() {
            return end == EventKind.DELIVERED;
        }

        /** The deposits in it; they carry no VAT. */
        public long depositCents() {
            return part.totalCents()
                    - part.vat().values().stream()
                            .mapToLong(VatShare::grossCents)
                            .sum();
        }

        /** What was received for it. */
        public long paidCents() {
            return part.legs().stream().mapToLong(Leg::paidCents).sum();
        }

        /** What was given back. */
        public long refundedCents() {
            return part.legs().stream().mapToLong(Leg::refundedCents).sum();
        }
    }

    /**
     * What came by one way of paying.
     *
     * @param openCents still to be received
     * @param backCents still to be given back
     */
    public record Way(
            int orders, long amountCents, long paidCents, long refundedCents, long openCents, long backCents) {

        static final Way NONE = new Way(0, 0, 0, 0, 0, 0);

        Way plus(Leg leg) {
            return new Way(
                    orders + 1,
                    amountCents + leg.amountCents(),
                    paidCents + leg.paidCents(),
                    refundedCents + leg.refundedCents(),
                    openCents + Math.max(0, leg.dueCents()),
                    backCents + Math.max(0, -leg.dueCents()));
        }
    }

    /** What one day came to. */
    public record Day(LocalDate date, int orders, long totalCents, long vatCents) {}

    /** The statement of a period over the parts that ended in it. */
    public static Statement of(Period period, Collection<MerchantOrder> parts) {
        List<Entry> entries = new ArrayList<>();
        for (MerchantOrder part : parts) {
            part.events().stream()
                    .filter(event -> ends(event.kind()))
                    .filter(event ->
                            !event.at().isBefore(period.from()) && event.at().isBefore(period.until()))
                    .findFirst()
                    .ifPresent(event -> entries.add(new Entry(part, event.at(), event.kind())));
        }
        entries.sort(Comparator.comparing(Entry::at)
                .thenComparing(entry -> entry.part().number()));
        return new Statement(period, entries);
    }

    private static boolean ends(EventKind kind) {
        return kind == EventKind.DELIVERED || kind == EventKind.REFUSED || kind == EventKind.CANCELLED;
    }

    /** How many ended so. */
    public long count(EventKind end) {
        return entries.stream().filter(entry -> entry.end() == end).count();
    }

    /** What was handed over, deposits included. */
    public long totalCents() {
        return entries.stream().mapToLong(entry -> entry.part().totalCents()).sum();
    }

    /** The deposits in it. */
    public long depositCents() {
        return entries.stream().mapToLong(Entry::depositCents).sum();
    }

    /** VAT per rate, in thousandths: the sum over the orders, each rounded for itself as on its receipt. */
    public Map<Integer, VatShare> vat() {
        Map<Integer, VatShare> sums = new TreeMap<>();
        entries.forEach(entry -> entry.part().vat().forEach((rate, share) -> sums.merge(rate, share, Statement::plus)));
        return sums;
    }

    /** What came by each way of paying; ways that nobody used are left out. */
    public Map<Modality, Way> ways() {
        Map<Modality, Way> sums = new EnumMap<>(Modality.class);
        entries.stream()
                .flatMap(entry -> entry.part().legs().stream())
                .filter(leg -> leg.amountCents() > 0 || leg.paidCents() > 0)
                .forEach(leg -> sums.put(
                        leg.modality(),
                        Optional.ofNullable(sums.get(leg.modality()))
                                .orElse(Way.NONE)
                                .plus(leg)));
        return sums;
    }

    /** What each day came to; days without a hand-over are left out. */
    public List<Day> days() {
        Map<LocalDate, Day> days = new TreeMap<>();
        entries.stream().filter(Entry::handedOver).forEach(entry -> {
            LocalDate date = Brussels.dateOf(entry.at());
            long vat = entry.part().vat().values().stream()
                    .mapToLong(VatShare::vatCents)
                    .sum();
            days.merge(
                    date,
                    new Day(date, 1, entry.part().totalCents(), vat),
                    (one, other) -> new Day(
                            date,
                            one.orders() + other.orders(),
                            one.totalCents() + other.totalCents(),
                            one.vatCents() + other.vatCents()));
        });
        return List.copyOf(days.values());
    }

    private static VatShare plus(VatShare one, VatShare other) {
        return new VatShare(one.grossCents() + other.grossCents(), one.vatCents() + other.vatCents());
    }
}
