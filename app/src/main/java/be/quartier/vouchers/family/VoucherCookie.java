package be.quartier.vouchers.family;

import be.quartier.commune.Commune;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import be.quartier.vouchers.VoucherCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries a voucher's code from one page to the next: sealed, unreadable by scripts, for half an hour, in one commune. */
@Component
class VoucherCookie {

    static final Duration LIFE = Duration.ofMinutes(30);

    private static final String PURPOSE = "family-page";

    private final SessionCookie cookies;
    private final Vault vault;
    private final InstantSource clock;

    VoucherCookie(SessionCookie cookies, Vault vault, java.time.Clock clock) {
        this.cookies = cookies;
        this.vault = vault;
        this.clock = clock;
    }

    void set(Commune commune, VoucherCode code, HttpServletResponse response) {
        String secret = switch (code) {
            case VoucherCode.Token token -> token.text();
            case VoucherCode.Typed typed -> typed.text();
            case VoucherCode.Unreadable _ -> throw new IllegalArgumentException("nothing to carry");
        };
        String text = commune.id().value() + "|" + clock.instant().plus(LIFE).getEpochSecond() + "|" + secret;
        cookies.set(
                response,
                name(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(PURPOSE, text)),
                LIFE);
    }

    Optional<VoucherCode> read(Commune commune, HttpServletRequest request) {
        return cookies.read(request, name())
                .flatMap(VoucherCookie::bytes)
                .flatMap(closed -> vault.open(PURPOSE, closed))
                .map(text -> text.split("\\|", 3))
                .filter(parts -> parts.length == 3
                        && parts[0].equals(Integer.toString(commune.id().value()))
                        && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1]))))
                .map(parts -> VoucherCode.parse(parts[2]));
    }

    void clear(HttpServletResponse response) {
        cookies.set(response, name(), "", Duration.ZERO);
    }

    private String name() {
        return cookies.name("voucher");
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
