package be.quartier.commune;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Local time in Belgium: validity, deadlines and opening hours are local days; instants are stored in UTC. */
public final class Brussels {

    /** Europe/Brussels. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Brussels() {}

    /** Today's date in Belgium. */
    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    /** The Belgian date of an instant. */
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant of a Belgian day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
