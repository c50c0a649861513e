package be.quartier.shop.stock;

import be.quartier.commune.Commune;
import be.quartier.operations.CommuneRound;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Frees every other second what was held beyond its time. */
@Component
class ExpiryRound extends CommuneRound {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 200;

    private final Stock stock;

    ExpiryRound(Stock stock) {
        super("reservations", EVERY);
        this.stock = stock;
    }

    @Override
    protected boolean turn(Commune commune) {
        boolean more = stock.expire(AT_ONCE) == AT_ONCE;
        if (!more) {
            stock.forget();
        }
        return more;
    }
}
