package be.quartier.demo.fill;

import be.quartier.commune.Role;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
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

    /** The shop of the person who plays the merchant. */
    Optional<Merchant> played(Town town) {
        return town.actors().stream()
                .filter(actor -> actor.role() == Role.MERCHANT)
                .findFirst()
                .flatMap(owner -> town.shops().stream()
                        .filter(shop -> shop.contact().equals(owner.name()))
                        .findFirst())
                .flatMap(this::of);
    }
}
