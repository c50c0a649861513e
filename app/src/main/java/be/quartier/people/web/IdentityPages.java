package be.quartier.people.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Assurance;
import be.quartier.people.Fresh;
import be.quartier.people.LocalPath;
import be.quartier.people.Passkeys;
import be.quartier.people.SecurityEvents;
import be.quartier.people.Session;
import be.quartier.people.SessionCookie;
import be.quartier.people.Sessions;
import be.quartier.people.Sessions.Current;
import be.quartier.people.SignIn;
import be.quartier.people.SignInLimits;
import be.quartier.people.identity.Errand;
import be.quartier.people.identity.Identities;
import be.quartier.people.identity.Identity;
import be.quartier.people.identity.Oidc;
import be.quartier.people.identity.Reason;
import be.quartier.people.identity.Way;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * To the identity provider and back. One sets out by a link and not by a form, because our own content policy lets no form
 * end at another site.
 */
@Controller
class IdentityPages {

    private static final String TICKET = "quartier-identity";
    private static final String EVENT = "sign-in-oidc";

    private final Optional<Oidc> oidc;
    private final Identities identities;
    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final SessionCookie cookies;
    private final SecurityEvents events;
    private final Communes communes;

    IdentityPages(
            Optional<Oidc> oidc,
            Identities identities,
            Passkeys passkeys,
            SignIn signIn,
            Sessions sessions,
            SignInLimits limits,
            SessionCookie cookies,
            SecurityEvents events,
            Communes communes) {
        this.oidc = oidc;
        this.identities = identities;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sessions = sessions;
        this.limits = limits;
        this.cookies = cookies;
        this.events = events;
        this.communes = communes;
    }

    /** Off to the provider, to sign in. */
    @Allows(everyone = true)
    @GetMapping("/sign-in/identity")
    ResponseEntity<Void> signIn(
            Form form, Language language, HttpServletRequest request, HttpServletResponse response) {
        LocalPath to = LocalPath.of(form.text("to"));
        return fromElsewhere(request)
                ? seeOther(URI.create("/sign-in"))
                : depart(form, Errand.signIn(to), language, request, response);
    }

    /** What linking an identity means, and the ways to do it. */
    @Allows(signedIn = true)
    @Fresh
    @GetMapping("/account/identity")
    View link() {
        return View.of("people/identity", Map.of("ways", provider().ways()));
    }

    /** Off to the provider, to link an identity. */
    @Allows(signedIn = true)
    @GetMapping("/account/identity/start")
    ResponseEntity<Void> link(
            Form form, Current current, Language language, HttpServletRequest request, HttpServletResponse response) {
        Session session = current.session();
        if (fromElsewhere(request) || !sessions.fresh(session)) {
            return seeOther(URI.create("/account/identity"));
        }
        requireSecondFactorForMore(session);
        return depart(form, Errand.link(session.id()), language, request, response);
    }

    private ResponseEntity<Void> depart(
            Form form, Errand errand, Language language, HttpServletRequest request, HttpServletResponse response) {
        return switch (provider().depart(way(form.text("way")), errand, language)) {
            case Oidc.Gone gone -> {
                cookies.set(response, cookies.name(TICKET), gone.ticket(), Oidc.LIFE);
                yield seeOther(gone.address());
            }
            case Oidc.Refused refused -> {
                events.refused(EVENT, Optional.empty(), refused.reason().code(), request);
                throw Problem.of(503, "identity-provider-unavailable", "people.identity.refused.unavailable")
                        .raised();
            }
        };
    }

    /** Back from the provider. */
    @Allows(everyone = true)
    @GetMapping(Oidc.BACK)
    View back(HttpServletRequest request, HttpServletResponse response) {
        Oidc provider = provider();
        limits.requireAttempt(request.getRemoteAddr());
        String ticket = cookies.name(TICKET);
        Optional<String> sealed = cookies.read(request, ticket);
        cookies.set(response, ticket, "", Duration.ZERO);
        return switch (provider.arrive(sealed, request.getParameterMap())) {
            case Oidc.Refused refused -> refused(refused.reason(), request);
            case Oidc.Identified who ->
                who.errand().session().isPresent()
                        ? linked(who.errand().session().get(), who.identity(), request)
                        : signedIn(who, request, response);
        };
    }

    private View signedIn(Oidc.Identified who, HttpServletRequest request, HttpServletResponse response) {
        return switch (identities.signIn(who.identity())) {
            case Identities.Outcome.Unknown unknown -> refused(unknown.reason(), request);
            case Identities.Outcome.Known known -> {
                Assurance assurance = who.identity().way().assurance();
                signIn.open(
                        request,
                        response,
                        known.home(),
                        known.person(),
                        Session.Method.OIDC,
                        assurance.twoFactors(),
                        assurance.level());
                LocalPath to = who.errand().to();
                yield View.redirect(to.home() ? "/" + communes.get(known.home()).slug() : to.value());
            }
        };
    }

    private View linked(UUID session, Identity identity, HttpServletRequest request) {
        Optional<Session> live = signIn.current(request)
                .map(Current::session)
                .filter(it -> it.id().equals(session));
        if (live.isEmpty()) {
            return refused(Reason.OTHER_SESSION, request);
        }
        Optional<Reason> no = identities.link(live.get(), identity);
        if (no.isPresent()) {
            return refused(no.get(), request);
        }
        events.succeeded("identity-linked", live.get().person(), request);
        return View.redirect("/account", Flash.done("people.identity.linked"));
    }

    /** Unlinks an identity. */
    @Allows(signedIn = true)
    @Fresh
    @PostMapping("/account/identity/remove")
    View remove(Form form, Session session, HttpServletRequest request) {
        requireSecondFactorForMore(session);
        if (identities.forget(session, AccountPages.id(form.text("identity")))) {
            events.succeeded("identity-unlinked", session.person(), request);
        }
        return View.redirect("/account", Flash.done("people.identity.removed"));
    }

    /** An identity can be a second factor: whoever has one shows it before another is linked or one is removed. */
    private void requireSecondFactorForMore(Session session) {
        boolean has = !passkeys.of(session).isEmpty() || !identities.of(session).isEmpty();
        if (has && !sessions.bothFactors(session)) {
            throw Problem.of(403, "second-factor-required", "people.refused.second-factor-required")
                    .raised();
        }
    }

    private View refused(Reason reason, HttpServletRequest request) {
        Optional<UUID> person = signIn.current(request).map(it -> it.person().id());
        events.refused(EVENT, person, reason.code(), request);
        int status = reason.advice() == Reason.Advice.UNAVAILABLE ? 503 : 422;
        return View.of("people/identity-refused", Map.of("advice", reason.advice()), status);
    }

    private Oidc provider() {
        return oidc.orElseThrow(() -> Problem.notFound().raised());
    }

    private Way way(String number) {
        List<Way> ways = provider().ways();
        return number.matches("[0-9]{1,2}") && Integer.parseInt(number) < ways.size()
                ? ways.get(Integer.parseInt(number))
                : raise();
    }

    private static Way raise() {
        throw Problem.notFound().raised();
    }

    /** Whether another site sent the browser here: nobody is to be sent to the provider without having chosen to. */
    private static boolean fromElsewhere(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static ResponseEntity<Void> seeOther(URI address) {
        return ResponseEntity.status(303)
                .location(address)
                .header("Cache-Control", "no-store")
                .build();
    }
}
