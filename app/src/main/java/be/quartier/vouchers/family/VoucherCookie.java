package be.quartier.vouchers.family;

import be.quartier.commune.Commune;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.web.SealedCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries a voucher's code from one page to the next for half an hour. */
@Component
class VoucherCookie {

    static final Duration LIFE = Duration.ofMinutes(30);

    private final SealedCookie cookie;

    VoucherCookie(SessionCookie cookies, Vault vault, java.time.Clock clock) {
        this.cookie = new SealedCookie("family-page", "voucher", LIFE, cookies, vault, clock);
    }

    void set(Commune commune, VoucherCode code, HttpServletResponse response) {
        String secret = switch (code) {
            case VoucherCode.Token token -> token.text();
            case VoucherCode.Typed typed -> typed.text();
            case VoucherCode.Unreadable _ -> throw new IllegalArgumentException("nothing to carry");
        };
        cookie.set(commune, secret, response);
    }

    Optional<VoucherCode> read(Commune commune, HttpServletRequest request) {
        return cookie.read(commune, request).map(VoucherCode::parse);
    }

    void clear(HttpServletResponse response) {
        cookie.clear(response);
    }
}
