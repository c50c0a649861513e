package be.quartier.shop.orders;

import be.quartier.commune.Tenancy;
import be.quartier.people.Vault;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The tokens that open tracking pages: 132 bits, derived from the order and the master key, kept only as a keyed hash. */
@Component
class Tracking {

    /** Characters of a token. */
    static final int LENGTH = 22;

    private final Vault vault;

    Tracking(Vault vault) {
        this.vault = vault;
    }

    /** The token of an order of the current commune. */
    String token(UUID order) {
        byte[] bytes = vault.hash("order-tracking", commune() + " " + order);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(bytes, 18))
                .substring(0, LENGTH);
    }

    /** What is kept of a token. */
    byte[] hash(String token) {
        return vault.hash("order-tracking-hash", commune() + " " + token);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
