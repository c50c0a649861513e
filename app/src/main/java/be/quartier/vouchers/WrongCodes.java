package be.quartier.vouchers;

import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.vouchers.store.SpendRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Against guessing of typed codes: five wrong ones from a shop within ten minutes, and it types none for fifteen. */
@Component
class WrongCodes {

    static final int TRIES_MAX = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofMinutes(15);

    private final SpendRows rows;
    private final Ids ids;
    private final Clock clock;

    WrongCodes(JdbcClient jdbc, Ids ids, Clock clock) {
        this.rows = new SpendRows(jdbc);
        this.ids = ids;
        this.clock = clock;
    }

    /** How long the shop must still wait; zero when it may type. */
    @Transactional(readOnly = true)
    public Duration pause(UUID merchant) {
        Instant now = clock.instant();
        List<Instant> wrong = rows.wrongCodes(
                Tenancy.required().value(), merchant, now.minus(WINDOW).minus(PAUSE));
        for (int newest = 0; newest + TRIES_MAX <= wrong.size(); newest++) {
            Instant last = wrong.get(newest);
            Instant first = wrong.get(newest + TRIES_MAX - 1);
            Instant end = last.plus(PAUSE);
            if (Duration.between(first, last).compareTo(WINDOW) <= 0 && now.isBefore(end)) {
                return Duration.between(now, end);
            }
        }
        return Duration.ZERO;
    }

    /** Counts a wrong code. */
    @Transactional
    public void count(UUID merchant) {
        Instant now = clock.instant();
        rows.addWrongCode(
                Tenancy.required().value(),
                ids.uuid(),
                merchant,
                now,
                now.minus(WINDOW).minus(PAUSE));
    }
}
