package be.quartier.people;

import be.quartier.commune.CommuneId;
import be.quartier.people.Sessions.Start;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;

/** Opens and ends the session of a browser. Every sign-in gives a new session and ends the one the browser had. */
public class SignIn {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SecurityEvents events;

    /** @param cookie how the session's secret travels */
    public SignIn(Sessions sessions, SessionCookie cookie, SecurityEvents events) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.events = events;
    }

    /**
     * Signs a person in with one click, which counts as both factors: for a demo, and nothing else.
     *
     * @param commune the commune where the person's account lives
     */
    public void as(HttpServletRequest request, HttpServletResponse response, CommuneId commune, UUID person) {
        open(request, response, commune, person, Session.Method.DEMO, true, 0);
    }

    /**
     * Signs in the administrator whom the operator has just named on the first-run page, whose code took the place of a
     * mailed one. The second factor is still to come.
     */
    public void atFirstRun(
            HttpServletRequest request, HttpServletResponse response, CommuneId commune, UUID administrator) {
        open(request, response, commune, administrator, Session.Method.MAIL, false, 0);
    }

    /** Opens a session for somebody who just proved who they are; only sign-in itself calls it. */
    public void open(
            HttpServletRequest request,
            HttpServletResponse response,
            CommuneId home,
            UUID person,
            Session.Method method,
            boolean secondFactor,
            int identityLevel) {
        endCurrent(request);
        String secret = sessions.start(new Start(
                home, person, method, secondFactor, identityLevel, Device.words(request.getHeader("User-Agent"))));
        cookie.set(response, secret);
        events.succeeded("sign-in-" + method.code(), person, request);
    }

    /** Ends the browser's session, if it has one, and takes the cookie back. */
    public void out(HttpServletRequest request, HttpServletResponse response) {
        endCurrent(request);
        cookie.clear(response);
    }

    /** The browser's live session, if it has one. */
    public Optional<Sessions.Current> current(HttpServletRequest request) {
        return cookie.read(request).flatMap(sessions::find);
    }

    private void endCurrent(HttpServletRequest request) {
        current(request).map(Sessions.Current::session).ifPresent(old -> {
            sessions.end(old.home(), old.person(), old.id());
            events.succeeded("session-ended", old.person(), request);
        });
    }
}
