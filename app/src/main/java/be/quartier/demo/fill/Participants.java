package be.quartier.demo.fill;

import be.quartier.demo.region.Shop;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.money.Bce;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The invented shops as merchants of the current commune. */
@Component
class Participants {

    private final Merchants merchants;

    Participants(Merchants merchants) {
        this.merchants = merchants;
    }

    /** The merchant of a shop that takes part; empty while it waits. */
    Optional<Merchant> of(Shop shop) {
        return merchants.byBce(Bce.parse(shop.enterprise()).orThrow()).filter(Merchant::accepted);
    }
}
