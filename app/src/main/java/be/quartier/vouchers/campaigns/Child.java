package be.quartier.vouchers.campaigns;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the eligibility rules may look at; deliberately without name, number and address.
 *
 * @param born birth date as the registry knows it
 * @param residentSince first day of residence in the commune; empty when the extract does not say, which counts as
 *     "already before every date asked about"
 * @param residentUntil last day of residence when the registry says that the child left
 * @param deceased whether the registry holds a date of death
 * @param protectedAddress whether the address may not be disclosed
 */
public record Child(
        BirthDate born,
        Optional<LocalDate> residentSince,
        Optional<LocalDate> residentUntil,
        boolean deceased,
        boolean protectedAddress) {

    /** A child of this birth date who has always lived here. */
    public static Child bornOn(LocalDate date) {
        return new Child(BirthDate.of(date), Optional.empty(), Optional.empty(), false, false);
    }

    /** Whether the child lived in the commune on {@code day}, as far as the registry says. */
    public boolean residentOn(LocalDate day) {
        var arrived = residentSince.map(since -> !since.isAfter(day)).orElse(true);
        var gone = residentUntil.map(until -> until.isBefore(day)).orElse(false);
        return arrived && !gone;
    }
}
