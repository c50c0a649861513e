package be.quartier.commune;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the commune of a request in its path, {@code /{commune}/…} or {@code /api/v1/communes/{commune}/…}, and runs the
 * request inside it.
 */
final class CommuneFilter extends OncePerRequestFilter {

    /** Request attribute holding the {@link Commune}. */
    static final String ATTRIBUTE = Commune.class.getName();

    private static final String API = "/api/v1/communes/";

    private final Communes communes;

    CommuneFilter(Communes communes) {
        this.communes = communes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Commune> commune = communes.bySlug(slug(request.getRequestURI()));
        if (commune.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, commune.get());
        try {
            Tenancy.<Boolean, Exception>call(commune.get().id(), () -> {
                chain.doFilter(request, response);
                return Boolean.TRUE;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** The error page of a request in a commune is in that commune too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static String slug(String path) {
        String rest = path.startsWith(API) ? path.substring(API.length()) : path.substring(Math.min(1, path.length()));
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
