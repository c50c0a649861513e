package be.quartier.people.gate;

import be.quartier.commune.Tenancy;
import be.quartier.people.SessionCookie;
import be.quartier.people.Sessions;
import be.quartier.people.TillPrincipal;
import be.quartier.people.TillTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Who a request comes from: a till by its bearer token (the API only, and then the cookie is not looked at), else a person
 * by the session's cookie. Looked up when first asked for, so that files and public pages cost no query.
 */
final class RequestCredentials implements SecurityContextRepository {

    private static final String BEARER = "bearer ";
    private static final int TOKEN_LENGTH_MAX = 512;

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ObjectProvider<TillTokens> tills;

    RequestCredentials(Sessions sessions, SessionCookie cookie, ObjectProvider<TillTokens> tills) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.tills = tills;
    }

    /** The bearer token of a request to the API; empty text when the header has another scheme. */
    static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !request.getRequestURI().startsWith("/api/")) {
            return Optional.empty();
        }
        boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return Optional.of(bearer ? header.substring(BEARER.length()).strip() : "");
    }

    /** Whether a request carries the cookie of a session, which browsers send without being asked. */
    boolean ambient(HttpServletRequest request) {
        return bearer(request).isEmpty() && cookie.read(request).isPresent();
    }

    private @Nullable Authentication authenticate(HttpServletRequest request) {
        Optional<String> token = bearer(request);
        if (token.isPresent()) {
            return till(token.get()).map(TillAuthentication::new).orElse(null);
        }
        return cookie.read(request)
                .flatMap(sessions::find)
                .map(PersonAuthentication::new)
                .orElse(null);
    }

    private Optional<TillPrincipal> till(String token) {
        TillTokens known = tills.getIfAvailable();
        boolean plausible = !token.isEmpty() && token.length() <= TOKEN_LENGTH_MAX;
        return known == null || !plausible || Tenancy.current().isEmpty()
                ? Optional.empty()
                : known.authenticate(token);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> {
            SecurityContext context = new SecurityContextImpl();
            context.setAuthentication(authenticate(request));
            return context;
        });
    }

    /** The interface still asks for it; nothing calls it. */
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Sessions are opened and ended by sign-in alone. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return bearer(request).isPresent() || cookie.read(request).isPresent();
    }

    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<SecurityContext> load;
        private @Nullable SecurityContext loaded;

        Deferred(Supplier<SecurityContext> load) {
            this.load = load;
        }

        @Override
        public SecurityContext get() {
            SecurityContext context = loaded;
            if (context == null) {
                context = load.get();
                loaded = context;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return false;
        }
    }
}
