package be.quartier.shop.orders;

import be.quartier.commune.Brussels;
import be.quartier.shop.Modality;
import be.quartier.shop.slots.Slot;
import be.quartier.shop.terms.Channels;
import be.quartier.shop.terms.Substitution;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * On which terms a merchant sells.
 *
 * @param minimumCents least that is ordered of it at once
 * @param cycleMinimumCents what the orders that close together must come to; 0 for none
 * @param cutOff until when an order counts for the same day, local time
 * @param weightMargin how much more than ordered a weighed line may come to without a new consent, in percent
 * @param substitution what it may put in place of what it lacks
 * @param channels by which ways it takes orders
 * @param ways how it is paid, the one it prefers first
 */
public record SellingTerms(
        UUID merchant,
        String name,
        boolean pickup,
        boolean delivery,
        long minimumCents,
        long cycleMinimumCents,
        int preparationMinutes,
        Optional<LocalTime> cutOff,
        int weightMargin,
        Substitution substitution,
        Channels channels,
        List<Way> ways) {

    private static final LocalTime NEXT_DAYS = LocalTime.of(10, 0);

    /** Copies the ways. */
    public SellingTerms {
        ways = List.copyOf(ways);
    }

    /**
     * One way of being paid.
     *
     * @param detail the address of the merchant's own page, for a link
     */
    public record Way(Modality modality, String detail) {}

    /** The ways that fit goods that are brought, or fetched. */
    public List<Way> ways(boolean brought) {
        return ways.stream().filter(way -> way.modality().fits(brought)).toList();
    }

    /** How what a voucher does not cover can be paid. */
    public List<Modality> besidesVoucher(boolean brought) {
        return ways(brought).stream()
                .map(Way::modality)
                .filter(way -> way != Modality.VOUCHER)
                .toList();
    }

    /** The first day on which what is ordered now can be had. */
    public LocalDate firstDay(Instant now, int leadDays) {
        ZonedDateTime here = now.atZone(Brussels.ZONE);
        boolean late = cutOff.filter(limit -> here.toLocalTime().isAfter(limit)).isPresent();
        return here.toLocalDate().plusDays(leadDays + (late ? 1L : 0L));
    }

    /** From when it can be fetched. */
    public Instant readyAt(Instant now, int leadDays) {
        LocalDate day = firstDay(now, leadDays);
        Instant soonest = now.plus(Duration.ofMinutes(preparationMinutes));
        Instant morning = day.equals(Brussels.dateOf(now))
                ? soonest
                : day.atTime(NEXT_DAYS).atZone(Brussels.ZONE).toInstant();
        return morning.isAfter(soonest) ? morning : soonest;
    }

    /**
     * The cycle that an order placed now belongs to: what is brought closes with its slot, what is fetched at the cut-off. Empty
     * when the merchant asks no minimum of its cycles.
     */
    public Optional<Cycle> cycle(Optional<Slot> slot, Instant now) {
        return cycleMinimumCents == 0
                ? Optional.empty()
                : slot.map(Slot::closes).or(() -> cancelUntil(now)).map(at -> Cycle.open(at, cycleMinimumCents));
    }

    /** Until when the customer may cancel even what was accepted: the next cut-off; empty when there is none. */
    public Optional<Instant> cancelUntil(Instant now) {
        return cutOff.map(
                limit -> firstDay(now, 0).atTime(limit).atZone(Brussels.ZONE).toInstant());
    }
}
