package be.quartier.vouchers.reimbursements;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks once a day from seven in the morning, in every commune, whether shops have waited too long; after a start later in the
 * day it looks at once. Asking twice writes nobody twice.
 */
@Component
class AlarmRounds extends CommuneRound {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmRounds.class);
    private static final int HOUR = 7;

    private final Alarms alarms;
    private final Clock clock;
    private final Map<CommuneId, LocalDate> looked = new HashMap<>();

    AlarmRounds(Alarms alarms, Clock clock) {
        super("alarms", Duration.ofMinutes(1));
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    protected boolean turn(Commune commune) {
        ZonedDateTime now = clock.instant().atZone(Brussels.ZONE);
        LocalDate today = now.toLocalDate();
        if (now.getHour() >= HOUR && !today.equals(looked.get(commune.id()))) {
            int written = alarms.round();
            looked.put(commune.id(), today);
            if (written > 0) {
                LOG.info(
                        "{} mails warn that shops wait in commune {}",
                        written,
                        commune.id().value());
            }
        }
        return false;
    }
}
