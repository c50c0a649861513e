package be.quartier.vouchers.reimbursements;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks once a day from seven in the morning, in every commune, whether shops have waited too long; after a start later in the
 * day it looks at once. Asking twice writes nobody twice.
 */
@Component
@ConditionalOnWebApplication
class AlarmRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int HOUR = 7;

    private final Alarms alarms;
    private final Communes communes;
    private final Clock clock;
    private final Map<CommuneId, LocalDate> looked = new HashMap<>();
    private volatile @Nullable Thread thread;

    AlarmRounds(Alarms alarms, Communes communes, Clock clock) {
        this.alarms = alarms;
        this.communes = communes;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("alarm-rounds").start(this::go);
    }

    private void go() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                ZonedDateTime now = clock.instant().atZone(Brussels.ZONE);
                if (now.getHour() >= HOUR) {
                    communes.all().forEach(commune -> round(commune, now.toLocalDate()));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(Commune commune, LocalDate today) {
        if (today.equals(looked.get(commune.id()))) {
            return;
        }
        try {
            int written = Tenancy.in(commune.id(), alarms::round);
            looked.put(commune.id(), today);
            if (written > 0) {
                LOG.info(
                        "{} mails warn that shops wait in commune {}",
                        written,
                        commune.id().value());
            }
        } catch (RuntimeException broken) {
            LOG.error(
                    "shops that wait could not be looked up in commune {}; the next round tries again",
                    commune.id().value(),
                    broken);
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
