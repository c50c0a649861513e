package be.quartier.ledger;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Sees from six in the morning that every commune's root of the day was mailed; asking again mails nobody twice. */
@Component
class DailyRootRounds extends CommuneRound {

    private static final int HOUR = 6;

    private final DailyRoots roots;
    private final Clock clock;

    DailyRootRounds(DailyRoots roots, Clock clock) {
        super("daily-root", Duration.ofMinutes(5));
        this.roots = roots;
        this.clock = clock;
    }

    @Override
    protected boolean turn(Commune commune) {
        if (clock.instant().atZone(Brussels.ZONE).getHour() >= HOUR) {
            roots.round();
        }
        return false;
    }
}
