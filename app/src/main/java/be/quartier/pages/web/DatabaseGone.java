package be.quartier.pages.web;

import be.quartier.commune.Commune;
import be.quartier.pages.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers 503 with {@code Retry-After} when the database went away or gives no connection in time. The page is made without
 * asking the database anything: outside the commune, so without its menu.
 *
 * <p>Whether a request cut off while it was being committed was kept cannot be known here, so the sentence asks to look first;
 * what carries a key is safe to send again.
 */
final class DatabaseGone extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGone.class);

    /** Class 08 of the SQL standard, connection exception. */
    private static final String CONNECTION_LOST = "08";

    /** PostgreSQL, "Error Codes": admin_shutdown, crash_shutdown, cannot_connect_now. */
    private static final Set<String> SHUTTING_DOWN = Set.of("57P01", "57P02", "57P03");

    private static final int CAUSES_MAX = 20;

    private final ObjectProvider<HandlerExceptionResolver> answers;

    DatabaseGone(ObjectProvider<HandlerExceptionResolver> answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            SQLException lost = lostConnection(failure);
            if (lost == null || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("no database for a request: {} {}", lost.getClass().getSimpleName(), lost.getSQLState());
            response.reset();
            SecurityHeaders.put(request, response);
            request.removeAttribute(Commune.class.getName());
            Problem problem = Problem.of(503, "database-unavailable", "pages.error.503.database");
            if (answers.getObject().resolveException(request, response, null, problem.raised()) == null) {
                throw failure;
            }
        }
    }

    /** The cause that says that there is no connection, or none any more; null when something else failed. */
    static @Nullable SQLException lostConnection(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof SQLTransientConnectionException none) {
                return none;
            }
            if (cause instanceof SQLException sql && saysLost(sql.getSQLState())) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static boolean saysLost(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION_LOST) || SHUTTING_DOWN.contains(state));
    }
}
