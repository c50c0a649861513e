package be.quartier.merchants.web;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchants;
import be.quartier.people.AuditPlaces;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shops in the audit trail. */
@Component
class MerchantPlaces implements AuditPlaces {

    private final Merchants merchants;

    MerchantPlaces(Merchants merchants) {
        this.merchants = merchants;
    }

    @Override
    public Optional<Thing> thing(String kind, UUID id, Visitor reader, Language language) {
        if (!kind.equals("merchant")) {
            return Optional.empty();
        }
        boolean open = reader.is(Role.ECONOMY, Role.FINANCE, Role.AUDITOR);
        return merchants
                .find(id)
                .map(shop -> new Thing(shop.name(), open ? Optional.of("/merchants/" + id) : Optional.empty()));
    }
}
