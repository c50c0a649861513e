package be.quartier.people.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Accounts;
import be.quartier.people.EmailAddress;
import be.quartier.people.Passkeys;
import be.quartier.people.Person;
import be.quartier.people.SecurityEvents;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.people.Sessions.Current;
import be.quartier.people.identity.Identities;
import be.quartier.people.identity.Oidc;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own account: name and language, where one is signed in, how one signs in. */
@Controller
class AccountPages {

    private static final int NAME_MAX = 120;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Communes communes;
    private final SecurityEvents events;
    private final Passkeys passkeys;
    private final Identities identities;
    private final boolean provider;

    AccountPages(
            Accounts accounts,
            Sessions sessions,
            Communes communes,
            SecurityEvents events,
            Passkeys passkeys,
            Identities identities,
            Optional<Oidc> oidc) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.communes = communes;
        this.events = events;
        this.passkeys = passkeys;
        this.identities = identities;
        this.provider = oidc.isPresent();
    }

    /** Everything about the account. */
    @Allows(signedIn = true)
    @GetMapping("/account")
    View account(Current current) {
        Person person = current.person();
        Form form = Form.empty()
                .with("name", person.name())
                .with("language", person.language().code());
        return View.of("people/account", facts(current, form));
    }

    private Map<String, Object> facts(Current current, Form form) {
        Session session = current.session();
        Optional<EmailAddress> address = Tenancy.in(session.home(), () -> accounts.address(session.person()));
        return Map.of(
                "form", form,
                "current", current,
                "home", communes.get(session.home()),
                "address", address.map(EmailAddress::value).orElse(""),
                "passkeys", passkeys.of(session),
                "identities", identities.of(session),
                "provider", provider,
                "sessions", sessions.live(session.home(), session.person()));
    }

    /** Changes the display name and the language of mails. */
    @Allows(signedIn = true)
    @PostMapping("/account")
    View rename(Form form, Current current) {
        String name = form.text("name");
        Optional<Language> language = Language.of(form.text("language"));
        if (name.isEmpty() || name.length() > NAME_MAX) {
            form.refuse("name", "people.account.name.wrong", NAME_MAX);
        }
        if (form.refused() || language.isEmpty()) {
            return View.refused("people/account", facts(current, form));
        }
        Session session = current.session();
        Tenancy.run(session.home(), () -> accounts.rename(session.person(), name, language.get()));
        return View.redirect("/account", Flash.done("people.account.saved"));
    }

    /** Ends one of one's sessions. */
    @Allows(signedIn = true)
    @PostMapping("/account/sessions/end")
    View end(Form form, Session session, HttpServletRequest request) {
        if (sessions.end(session.home(), session.person(), id(form.text("session")))) {
            events.succeeded("session-ended", session.person(), request);
        }
        return View.redirect("/account", Flash.done("people.account.session.ended"));
    }

    /** Ends all of one's sessions but this. */
    @Allows(signedIn = true)
    @PostMapping("/account/sessions/end-others")
    View endOthers(Session session, HttpServletRequest request) {
        sessions.endOthers(session.home(), session.person(), Optional.of(session.id()));
        events.succeeded("other-sessions-ended", session.person(), request);
        return View.redirect("/account", Flash.done("people.account.sessions.ended"));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.of(400, "bad-request", "pages.error.400.text").raised();
        }
    }
}
