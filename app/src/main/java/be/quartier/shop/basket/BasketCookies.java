package be.quartier.shop.basket;

import be.quartier.commune.Commune;
import be.quartier.installation.Ids;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Carries basket and checkout in the buyer's own browser: sealed, unreadable by scripts, one of each per commune. */
@Component
class BasketCookies {

    private static final Duration BASKET = Duration.ofDays(14);
    private static final Duration CHECKOUT = Duration.ofHours(2);
    private static final int LINE_BYTES = 20;

    private final SessionCookie cookies;
    private final Vault vault;
    private final Ids ids;

    BasketCookies(SessionCookie cookies, Vault vault, Ids ids) {
        this.cookies = cookies;
        this.vault = vault;
        this.ids = ids;
    }

    Basket basket(Commune commune, HttpServletRequest request) {
        Map<UUID, Long> quantities = new LinkedHashMap<>();
        bytes("basket", commune, request).ifPresent(bytes -> {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            while (all.remaining() >= LINE_BYTES) {
                quantities.put(new UUID(all.getLong(), all.getLong()), (long) all.getInt());
            }
        });
        return new Basket(quantities);
    }

    void basket(Commune commune, Basket basket, HttpServletResponse response) {
        ByteBuffer all = ByteBuffer.allocate(LINE_BYTES * basket.quantities().size());
        basket.quantities()
                .forEach((variant, quantity) -> all.putLong(variant.getMostSignificantBits())
                        .putLong(variant.getLeastSignificantBits())
                        .putInt(Math.toIntExact(quantity)));
        set("basket", commune, all.array(), BASKET, response);
    }

    Checkout checkout(Commune commune, HttpServletRequest request) {
        return bytes("checkout", commune, request)
                .flatMap(bytes -> Checkout.of(new String(bytes, StandardCharsets.UTF_8)))
                .orElseGet(() -> Checkout.begin(ids.randomUuid()));
    }

    void checkout(Commune commune, Checkout checkout, HttpServletResponse response) {
        set("checkout", commune, checkout.text().getBytes(StandardCharsets.UTF_8), CHECKOUT, response);
    }

    /** Forgets both: the order is placed. */
    void clear(Commune commune, HttpServletResponse response) {
        cookies.set(response, name("basket", commune), "", Duration.ZERO);
        cookies.set(response, name("checkout", commune), "", Duration.ZERO);
    }

    private void set(String what, Commune commune, byte[] content, Duration life, HttpServletResponse response) {
        byte[] sealed = vault.sealBytes(purpose(what, commune), content);
        cookies.set(
                response,
                name(what, commune),
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed),
                life);
    }

    private Optional<byte[]> bytes(String what, Commune commune, HttpServletRequest request) {
        return cookies.read(request, name(what, commune)).flatMap(text -> {
            try {
                return vault.openBytes(
                        purpose(what, commune), Base64.getUrlDecoder().decode(text));
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        });
    }

    private static String purpose(String what, Commune commune) {
        return "shop-" + what + "-" + commune.id().value();
    }

    private String name(String what, Commune commune) {
        return cookies.name(what + "-" + commune.id().value());
    }
}
