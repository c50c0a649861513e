package be.quartier.people.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Language;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.AddressChange;
import be.quartier.people.EmailAddress;
import be.quartier.people.Fresh;
import be.quartier.people.LocalPath;
import be.quartier.people.MailSignIn;
import be.quartier.people.OneTimeCodes.Proof;
import be.quartier.people.OneTimeCodes.Purpose;
import be.quartier.people.SecurityEvents;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.people.Sessions.Current;
import be.quartier.people.SignInLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Proving again who one is before something grave, and the change of address, which is grave. */
@Controller
class ConfirmPages {

    private final MailSignIn mails;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final AddressChange change;
    private final SecurityEvents events;

    ConfirmPages(
            MailSignIn mails, Sessions sessions, SignInLimits limits, AddressChange change, SecurityEvents events) {
        this.mails = mails;
        this.sessions = sessions;
        this.limits = limits;
        this.change = change;
        this.events = events;
    }

    /** Is it you? By passkey, by a mailed code, or in a demo by one click. */
    @Allows(signedIn = true)
    @GetMapping("/account/confirm")
    View confirm(Form form, Session session) {
        return page(Form.empty(), LocalPath.of(form.text("to")), session, false, 200);
    }

    /** Sends a code to the account's address. */
    @Allows(signedIn = true)
    @PostMapping("/account/confirm/mail")
    View mail(Form form, Current current, HttpServletRequest request) {
        LocalPath to = LocalPath.of(form.text("to"));
        boolean sent = limits.attempt(request.getRemoteAddr()).isEmpty()
                && mails.confirm(current.session(), current.person().language(), to);
        if (!sent) {
            form.refuse("", "people.confirm.no-mail");
        }
        return page(form, to, current.session(), sent, sent ? 200 : 422);
    }

    /** Tries the code. */
    @Allows(signedIn = true)
    @PostMapping("/account/confirm")
    View enter(Form form, Session session, HttpServletRequest request) {
        LocalPath to = LocalPath.of(form.text("to"));
        boolean demo = session.method() == Session.Method.DEMO && form.chosen("demo", "yes");
        Optional<Proof> proof = demo || limits.attempt(request.getRemoteAddr()).isPresent()
                ? Optional.empty()
                : mails.enter(session, Purpose.CONFIRM, form.text("code"));
        if (!demo && proof.isEmpty()) {
            events.refused("confirmation", Optional.of(session.person()), "wrong-code", request);
            form.refuse("code", "people.sign-in.code.wrong");
            return page(form, to, session, true, 422);
        }
        sessions.confirm(session, demo);
        events.succeeded("confirmation", session.person(), request);
        return View.redirect(to.home() ? "/account" : to.value());
    }

    private static View page(Form form, LocalPath to, Session session, boolean sent, int status) {
        boolean demo = session.method() == Session.Method.DEMO;
        return View.of("people/confirm", Map.of("form", form, "to", to.value(), "sent", sent, "demo", demo), status);
    }

    /** Which new address? */
    @Allows(signedIn = true)
    @Fresh
    @GetMapping("/account/e-mail")
    View address() {
        return View.of("people/address", Map.of("form", Form.empty(), "sent", false));
    }

    /** Sends a code to the new address, and with the code changes it. */
    @Allows(signedIn = true)
    @Fresh
    @PostMapping("/account/e-mail")
    View change(Form form, Current current, HttpServletRequest request) {
        Language language = current.person().language();
        Optional<EmailAddress> address = EmailAddress.of(form.text("email"));
        if (address.isEmpty()) {
            form.refuse("email", "people.sign-in.email.wrong");
        } else {
            limits.mail(address.get(), request.getRemoteAddr())
                    .ifPresent(seconds -> form.refuse("", "people.sign-in.too-many", Problem.minutes(seconds)));
        }
        if (form.refused()) {
            return View.refused("people/address", Map.of("form", form, "sent", false));
        }
        mails.proveAddress(current.session(), address.orElseThrow(), language);
        return View.of("people/address", Map.of("form", form, "sent", true));
    }

    /** Changes the address when the code sent to it is right. */
    @Allows(signedIn = true)
    @Fresh
    @PostMapping("/account/e-mail/code")
    View changed(Form form, Current current, HttpServletRequest request) {
        Session session = current.session();
        Optional<Proof> proof = limits.attempt(request.getRemoteAddr()).isPresent()
                ? Optional.empty()
                : mails.enter(session, Purpose.ADDRESS, form.text("code"));
        boolean done = proof.filter(it -> change.apply(
                        session,
                        it,
                        current.person().language(),
                        current.person().name()))
                .isPresent();
        if (!done) {
            events.refused("address-change", Optional.of(session.person()), "wrong-code", request);
            form.refuse("code", "people.sign-in.code.wrong");
            return View.refused("people/address", Map.of("form", form, "sent", true));
        }
        events.succeeded("address-change", session.person(), request);
        return View.redirect("/account", Flash.done("people.address.changed"));
    }
}
