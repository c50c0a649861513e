package be.quartier.people.gate;

import be.quartier.installation.MasterKey;
import be.quartier.people.SessionCookie;
import be.quartier.people.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * The hidden field that proves a form came from this site. Signed in, it is derived from the session, so it changes with
 * it and nothing is stored; before, it equals a cookie that no other site can set or read.
 */
final class FormTokens implements CsrfTokenRepository {

    /** Name of the hidden field. */
    static final String FIELD = "_csrf";

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final Duration LIFE = Duration.ofDays(1);
    private static final int LENGTH = 43;

    private final XorCsrfTokenRequestAttributeHandler masks = new XorCsrfTokenRequestAttributeHandler();
    private final byte[] key;
    private final Vault vault;
    private final SessionCookie cookies;
    private final String cookie;

    FormTokens(MasterKey master, Vault vault, SessionCookie cookies) {
        this.key = master.derive("people-form");
        this.vault = vault;
        this.cookies = cookies;
        this.cookie = cookies.name("quartier-form");
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(vault.secret());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && ofSession().isEmpty()) {
            cookies.set(response, cookie, token.getToken(), LIFE);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return ofSession()
                .or(() -> cookies.read(request, cookie).filter(value -> value.length() == LENGTH))
                .map(FormTokens::token)
                .orElse(null);
    }

    private Optional<String> ofSession() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who instanceof PersonAuthentication person
                ? Optional.of(derived(person.current().session().id().toString()))
                : Optional.empty();
    }

    /** Whether the form of a request was made for this session, live or ended. */
    boolean madeFor(String session, HttpServletRequest request) {
        CsrfToken expected = token(derived(session));
        String sent = masks.resolveCsrfTokenValue(request, expected);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8),
                        expected.getToken().getBytes(StandardCharsets.UTF_8));
    }

    String derived(String session) {
        byte[] bytes = MasterKey.hmac(key, session.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
