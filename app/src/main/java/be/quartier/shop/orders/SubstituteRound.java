package be.quartier.shop.orders;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Leaves out lines whose substitute nobody answered in time. */
@Component
class SubstituteRound extends CommuneRound {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 20;

    private final Substitutions substitutions;

    SubstituteRound(Substitutions substitutions) {
        super("substitutes", EVERY);
        this.substitutions = substitutions;
    }

    @Override
    protected boolean turn(Commune commune) {
        return substitutions.lapse(AT_ONCE) == AT_ONCE;
    }
}
