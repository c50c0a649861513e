package be.quartier.people.gate;

import be.quartier.people.SecurityEvents;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses what another site makes a browser send: every browser of these years says where a request comes from. It is the
 * first wall before forms and the only one before addresses that scripts call with a session's cookie.
 */
final class OriginCheck extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final RequestCredentials credentials;
    private final SecurityEvents events;
    private final HandlerExceptionResolver answers;
    private final String host;

    /** @param baseUrl the address people use, in case a proxy changes the host */
    OriginCheck(
            RequestCredentials credentials, SecurityEvents events, HandlerExceptionResolver answers, String baseUrl) {
        this.credentials = credentials;
        this.events = events;
        this.answers = answers;
        this.host = URI.create(baseUrl).getAuthority();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean risky = credentials.ambient(request) || request.getRequestURI().startsWith("/demo/");
        if (HARMLESS.contains(request.getMethod()) || !risky || fromHere(request)) {
            chain.doFilter(request, response);
            return;
        }
        events.refused("request-refused", Optional.empty(), "other-site", request);
        Refusal.OTHER_SITE.write(request, response, answers);
    }

    private boolean fromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            String from = URI.create(origin).getAuthority();
            return from != null && (from.equalsIgnoreCase(host) || from.equalsIgnoreCase(request.getHeader("Host")));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
