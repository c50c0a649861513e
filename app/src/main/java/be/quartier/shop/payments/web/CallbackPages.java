package be.quartier.shop.payments.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import be.quartier.shop.payments.PaymentTalks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where payment providers call back: they say which payment something happened to and nothing else. Whatever is sent, the answer
 * is the same, so that nobody learns which payments exist; how the payment stands is asked back at the provider.
 */
@Controller
class CallbackPages {

    private static final int ID_MAX = 64;

    private final Communes communes;
    private final PaymentTalks talks;

    CallbackPages(Communes communes, PaymentTalks talks) {
        this.communes = communes;
        this.talks = talks;
    }

    @PostMapping("/webhooks/payments/{slug}")
    @Allows(everyone = true)
    ResponseEntity<Void> told(@PathVariable String slug, @RequestParam(name = "id", defaultValue = "") String id) {
        if (!id.isEmpty() && id.length() <= ID_MAX) {
            communes.bySlug(slug).ifPresent(commune -> Tenancy.run(commune.id(), () -> talks.told(id)));
        }
        return ResponseEntity.status(HttpStatus.OK).build();
    }
}
