package be.quartier.vouchers.reminders;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.operations.CommuneRound;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds families once a day from nine in the morning; after a start later in the day at once. */
@Component
class ReminderRounds extends CommuneRound {

    private static final int HOUR = 9;

    private final Reminders reminders;
    private final Clock clock;
    private final Map<CommuneId, LocalDate> done = new HashMap<>();

    ReminderRounds(Reminders reminders, Clock clock) {
        super("reminders", Duration.ofMinutes(1));
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    protected boolean turn(Commune commune) {
        ZonedDateTime now = clock.instant().atZone(Brussels.ZONE);
        LocalDate today = now.toLocalDate();
        if (now.getHour() >= HOUR && !today.equals(done.get(commune.id()))) {
            reminders.round();
            done.put(commune.id(), today);
        }
        return false;
    }
}
