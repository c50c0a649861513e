package be.quartier.shop.payments;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks providers about payments they called back about, or should have, and gives back what is to go back. */
@Component
class PaymentRound extends CommuneRound {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 10;

    private final PaymentTalks talks;

    PaymentRound(PaymentTalks talks) {
        super("online-payments", EVERY);
        this.talks = talks;
    }

    @Override
    protected boolean turn(Commune commune) {
        return talks.round(AT_ONCE) == AT_ONCE;
    }
}
