package be.quartier.vouchers.closing;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks every minute, in every commune, for campaigns that are over. */
@Component
class ClosingRounds extends CommuneRound {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingRounds.class);

    private final Closings closings;

    ClosingRounds(Closings closings) {
        super("closing", Duration.ofMinutes(1));
        this.closings = closings;
    }

    @Override
    protected boolean turn(Commune commune) {
        int closed = closings.round();
        if (closed > 0) {
            LOG.info("{} campaigns closed in commune {}", closed, commune.id().value());
        }
        return false;
    }
}
