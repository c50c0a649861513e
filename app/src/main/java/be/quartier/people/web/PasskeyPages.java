package be.quartier.people.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Communes;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Fresh;
import be.quartier.people.LocalPath;
import be.quartier.people.Passkey;
import be.quartier.people.Passkeys;
import be.quartier.people.SecurityEvents;
import be.quartier.people.Session;
import be.quartier.people.SessionCookie;
import be.quartier.people.Sessions;
import be.quartier.people.Sessions.Current;
import be.quartier.people.SignIn;
import be.quartier.people.SignInLimits;
import be.quartier.people.UserHandle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Passkeys: enrolled once, then used to come in, as second factor, and to confirm. */
@Controller
class PasskeyPages {

    private static final String TICKET = "quartier-passkey";
    private static final Duration TICKET_LIFE = Duration.ofMinutes(5);

    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final SessionCookie cookies;
    private final SecurityEvents events;
    private final Communes communes;

    PasskeyPages(
            Passkeys passkeys,
            SignIn signIn,
            Sessions sessions,
            SignInLimits limits,
            SessionCookie cookies,
            SecurityEvents events,
            Communes communes) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sessions = sessions;
        this.limits = limits;
        this.cookies = cookies;
        this.events = events;
        this.communes = communes;
    }

    /** What a staff role waits for: a passkey, to be enrolled or to be shown. */
    @Allows(signedIn = true)
    @GetMapping("/account/second-factor")
    View secondFactor(Form form, Session session) {
        return View.of(
                "people/second-factor",
                Map.of(
                        "to", LocalPath.of(form.text("to")).value(),
                        "passkeys", passkeys.of(session),
                        "fresh", sessions.fresh(session)));
    }

    /** Options to ask a device for a passkey. */
    @Allows(everyone = true)
    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        return question(passkeys.ask(), request, response);
    }

    /** Opens a session with both factors when the passkey is right; answers where to go on. */
    @Allows(everyone = true)
    @PostMapping("/sign-in/passkey")
    ResponseEntity<Map<String, String>> answer(
            @RequestBody String answer, HttpServletRequest request, HttpServletResponse response) {
        Optional<UserHandle> owner = ticket(request).flatMap(ticket -> passkeys.answered(ticket, answer));
        if (owner.isEmpty()) {
            events.refused("sign-in-passkey", Optional.empty(), "wrong-passkey", request);
            throw refused();
        }
        UserHandle who = owner.get();
        signIn.open(request, response, who.home(), who.person(), Session.Method.PASSKEY, true, 0);
        return ResponseEntity.ok(Map.of("home", "/" + communes.get(who.home()).slug()));
    }

    /** Options to make a passkey. */
    @Allows(signedIn = true)
    @Fresh
    @PostMapping("/account/passkeys/options")
    ResponseEntity<String> enrol(Current current, HttpServletRequest request, HttpServletResponse response) {
        requireSecondFactorForMore(current.session());
        return question(passkeys.enrol(current.session(), current.person().name()), request, response);
    }

    /** Keeps the passkey made; from now on the session counts both factors. */
    @Allows(signedIn = true)
    @Fresh
    @PostMapping("/account/passkeys")
    ResponseEntity<Map<String, String>> enrolled(
            @RequestBody String made, Session session, HttpServletRequest request, HttpServletResponse response) {
        requireSecondFactorForMore(session);
        boolean kept = ticket(request)
                .filter(ticket -> passkeys.enrolled(session, ticket, made, session.device()))
                .isPresent();
        if (!kept) {
            events.refused("passkey-enrolled", Optional.of(session.person()), "wrong-passkey", request);
            throw refused();
        }
        events.succeeded("passkey-enrolled", session.person(), request);
        signIn.open(request, response, session.home(), session.person(), Session.Method.PASSKEY, true, 0);
        return ResponseEntity.ok(Map.of("home", "/account"));
    }

    /** Forgets one of one's passkeys. */
    @Allows(signedIn = true)
    @Fresh
    @PostMapping("/account/passkeys/remove")
    View remove(Form form, Session session, HttpServletRequest request) {
        requireSecondFactorForMore(session);
        passkeys.forget(session, AccountPages.id(form.text("passkey")));
        events.succeeded("passkey-removed", session.person(), request);
        return View.redirect("/account", Flash.done("people.passkey.removed"));
    }

    /** The first passkey needs a fresh session; whoever has one shows it before a second is made or one is removed. */
    private void requireSecondFactorForMore(Session session) {
        List<Passkey> mine = passkeys.of(session);
        if (!mine.isEmpty() && !sessions.bothFactors(session)) {
            throw Problem.of(403, "second-factor-required", "people.refused.second-factor-required")
                    .raised();
        }
    }

    private ResponseEntity<String> question(
            Passkeys.Question question, HttpServletRequest request, HttpServletResponse response) {
        limits.requireAttempt(request.getRemoteAddr());
        cookies.set(response, cookies.name(TICKET), question.ticket(), TICKET_LIFE);
        return ResponseEntity.ok()
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .body(question.json());
    }

    private Optional<String> ticket(HttpServletRequest request) {
        return cookies.read(request, cookies.name(TICKET));
    }

    private static Problem.Raised refused() {
        return Problem.of(422, "wrong-passkey", "people.passkey.wrong").raised();
    }
}
