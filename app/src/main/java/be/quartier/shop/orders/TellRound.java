package be.quartier.shop.orders;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Writes to customers and merchants within seconds of what happened to their orders. */
@Component
class TellRound extends CommuneRound {

    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int AT_ONCE = 20;

    private final Teller teller;

    TellRound(Teller teller) {
        super("order-news", EVERY);
        this.teller = teller;
    }

    @Override
    protected boolean turn(Commune commune) {
        boolean more = teller.tell(AT_ONCE) == AT_ONCE;
        if (!more) {
            teller.forget();
        }
        return more;
    }
}
