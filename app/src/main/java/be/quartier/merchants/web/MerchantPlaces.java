package be.quartier.merchants.web;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.Merchants;
import be.quartier.merchants.callbacks.CallBacks;
import be.quartier.merchants.callbacks.Preregistration;
import be.quartier.pages.Texts;
import be.quartier.people.AuditPlaces;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shops in the audit trail. */
@Component
class MerchantPlaces implements AuditPlaces {

    private final Merchants merchants;
    private final CallBacks calls;
    private final Texts texts;

    MerchantPlaces(Merchants merchants, CallBacks calls, Texts texts) {
        this.merchants = merchants;
        this.calls = calls;
        this.texts = texts;
    }

    @Override
    public Optional<Thing> thing(String kind, UUID id, Visitor reader, Language language) {
        if (kind.equals("call-back")) {
            return calls.find(id)
                    .map(call -> new Thing(
                            call.asked()
                                    .map(Preregistration::name)
                                    .orElseGet(() -> texts.text(language, "callback.emptied")),
                            reader.is(Role.ECONOMY) ? Optional.of("/callbacks/" + id) : Optional.empty()));
        }
        if (!kind.equals("merchant")) {
            return Optional.empty();
        }
        boolean open = reader.is(Role.ECONOMY, Role.FINANCE, Role.AUDITOR);
        return merchants
                .find(id)
                .map(shop -> new Thing(shop.name(), open ? Optional.of("/merchants/" + id) : Optional.empty()));
    }
}
