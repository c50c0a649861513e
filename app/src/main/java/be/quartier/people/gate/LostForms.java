package be.quartier.people.gate;

import be.quartier.pages.Draft;
import be.quartier.people.Drafts;
import be.quartier.people.LocalPath;
import be.quartier.people.Session;
import be.quartier.people.SessionCookie;
import be.quartier.people.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Forms that were sent after their session had ended: what was typed is kept, the person signs in, and finds the form as they
 * left it. Nothing is done with it until they send it again.
 */
final class LostForms {

    private static final String COOKIE = "quartier-draft";
    private static final Set<String> NEVER_KEPT = Set.of(FormTokens.FIELD, "code", "pin", "password", "secret");

    private final Drafts drafts;
    private final Sessions sessions;
    private final SessionCookie cookies;
    private final FormTokens tokens;

    LostForms(Drafts drafts, Sessions sessions, SessionCookie cookies, FormTokens tokens) {
        this.drafts = drafts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.tokens = tokens;
    }

    /**
     * Keeps a form whose proof of origin no longer holds and leads on to its page, through signing in where the session ended;
     * false when it is nobody's form of ours.
     */
    boolean recover(HttpServletRequest request, HttpServletResponse response) {
        if (!isForm(request)) {
            return false;
        }
        if (SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication person) {
            Session now = person.current().session();
            // opened before the person signed in again, in another window perhaps
            boolean own = sessions.remembered(now).stream().anyMatch(id -> tokens.madeFor(id.toString(), request));
            return own && keep(now, request, response) && go(page(request), response);
        }
        // the form's own field says which session it was made for
        Optional<Session> ended = cookies.read(request)
                .flatMap(sessions::past)
                .filter(past -> tokens.madeFor(past.id().toString(), request));
        return ended.filter(session -> keep(session, request, response)).isPresent()
                && go("/sign-in?kept=yes&to=" + URLEncoder.encode(page(request), StandardCharsets.UTF_8), response);
    }

    /** Keeps a form that asks for one more proof first. */
    boolean keep(Session session, HttpServletRequest request, HttpServletResponse response) {
        if (!isForm(request)) {
            return false;
        }
        Map<String, List<String>> fields = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NEVER_KEPT.contains(name)) {
                fields.put(name, List.of(values));
            }
        });
        Optional<UUID> kept = drafts.keep(session, new Drafts.Typed(page(request), fields));
        kept.ifPresent(id -> cookies.set(response, cookies.name(COOKIE), id.toString(), Drafts.LIFE));
        return kept.isPresent();
    }

    /** Leaves what was typed for the page this request shows, if it is the one. */
    void restore(Session session, HttpServletRequest request, HttpServletResponse response) {
        Optional<UUID> id = id(request);
        if (id.isEmpty() || !request.getMethod().equals("GET")) {
            return;
        }
        Optional<Drafts.Typed> typed = drafts.find(session, id.get());
        if (typed.isEmpty()) {
            cookies.set(response, cookies.name(COOKIE), "", Duration.ZERO);
        }
        typed.filter(it -> it.path().equals(path(request)))
                .map(it -> new Draft(it.fields(), () -> drafts.remove(session, id.get())))
                .ifPresent(draft -> draft.leave(request));
    }

    private Optional<UUID> id(HttpServletRequest request) {
        return cookies.read(request, cookies.name(COOKIE))
                .filter(value -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && accept != null
                && accept.contains("text/html");
    }

    /** The page the form was on: where it was sent from, or failing that where it was sent to. */
    private static String page(HttpServletRequest request) {
        LocalPath from = LocalPath.of(ReturnPath.ofReferer(request));
        return from.home() ? LocalPath.of(request.getRequestURI()).value() : from.value();
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static boolean go(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        return true;
    }
}
