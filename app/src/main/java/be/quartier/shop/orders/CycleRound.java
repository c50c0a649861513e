package be.quartier.shop.orders;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Ends order cycles when their time is over. */
@Component
class CycleRound extends CommuneRound {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 20;

    private final Cycles cycles;

    CycleRound(Cycles cycles) {
        super("order-cycles", EVERY);
        this.cycles = cycles;
    }

    @Override
    protected boolean turn(Commune commune) {
        return cycles.close(AT_ONCE) == AT_ONCE;
    }
}
