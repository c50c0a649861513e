package be.quartier.merchants;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One shop of a merchant: where it is, when it is open and closed, and what it says of itself.
 *
 * @param description at most 500 characters, in the words and language of the shop; may be empty
 * @param closures its holidays and other closures, past ones included, the earliest first
 */
public record Establishment(UUID id, Place place, OpeningHours hours, String description, List<Closure> closures) {

    /** Copies the closures. */
    public Establishment {
        closures = List.copyOf(closures);
    }

    /** Whether it is open at this local time: within its hours and on no day it is closed. */
    public boolean openAt(LocalDateTime when) {
        return hours.openAt(when) && closed(when.toLocalDate()).isEmpty();
    }

    /** The closure of this day, when there is one. */
    public Optional<Closure> closed(LocalDate day) {
        return closures.stream().filter(closure -> closure.covers(day)).findFirst();
    }

    /** The closure of this day or the next that begins within so many days, for customers to plan with. */
    public Optional<Closure> nextClosure(LocalDate day, int days) {
        return closures.stream()
                .filter(closure ->
                        !closure.until().isBefore(day) && !closure.from().isAfter(day.plusDays(days)))
                .findFirst();
    }
}
