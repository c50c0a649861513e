package be.quartier.people.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Communes;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.EmailAddress;
import be.quartier.people.LocalPath;
import be.quartier.people.MailSignIn;
import be.quartier.people.OneTimeCodes;
import be.quartier.people.OneTimeCodes.Proof;
import be.quartier.people.SecurityEvents;
import be.quartier.people.Session;
import be.quartier.people.SessionCookie;
import be.quartier.people.SignIn;
import be.quartier.people.SignInLimits;
import be.quartier.people.identity.Oidc;
import be.quartier.people.identity.Way;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Sign-in: an address, then a code or a link from the mail. There is no password. */
@Controller
class SignInPages {

    private static final String TICKET = "quartier-sign-in";

    private final MailSignIn mails;
    private final OneTimeCodes codes;
    private final SignIn signIn;
    private final SignInLimits limits;
    private final SessionCookie cookies;
    private final SecurityEvents events;
    private final Communes communes;
    private final List<Way> ways;

    SignInPages(
            MailSignIn mails,
            OneTimeCodes codes,
            SignIn signIn,
            SignInLimits limits,
            SessionCookie cookies,
            SecurityEvents events,
            Communes communes,
            Optional<Oidc> oidc) {
        this.mails = mails;
        this.codes = codes;
        this.signIn = signIn;
        this.limits = limits;
        this.cookies = cookies;
        this.events = events;
        this.communes = communes;
        this.ways = oidc.map(Oidc::ways).orElse(List.of());
    }

    /** Which address? Somebody signed in already goes on at once. */
    @Allows(everyone = true)
    @GetMapping({"/sign-in", "/{commune}/sign-in"})
    View ask(Form form, HttpServletRequest request) {
        LocalPath to = LocalPath.of(form.text("to"));
        return View.of("people/sign-in", facts(form, to));
    }

    /** Sends the mail, or does as if. */
    @Allows(everyone = true)
    @PostMapping("/sign-in")
    View send(Form form, HttpServletRequest request, HttpServletResponse response) {
        LocalPath to = LocalPath.of(form.text("to"));
        Optional<EmailAddress> address = EmailAddress.of(form.text("email"));
        if (address.isEmpty()) {
            form.refuse("email", "people.sign-in.email.wrong");
        } else {
            wait(limits.mail(address.get(), request.getRemoteAddr()))
                    .ifPresent(minutes -> form.refuse("", "people.sign-in.too-many", minutes));
        }
        if (form.refused()) {
            return View.refused("people/sign-in", facts(form, to));
        }
        try {
            String ticket = mails.ask(address.orElseThrow(), to);
            cookies.set(response, cookies.name(TICKET), ticket, OneTimeCodes.LIFE);
        } catch (RejectedExecutionException tooMany) {
            throw Problem.of(503, "unavailable", "pages.error.503.text").raised();
        }
        return View.redirect("/sign-in/code");
    }

    private Map<String, Object> facts(Form form, LocalPath to) {
        return Map.of("form", form, "to", to.home() ? "" : to.value(), "ways", ways);
    }

    /** Which code? */
    @Allows(everyone = true)
    @GetMapping("/sign-in/code")
    View askCode() {
        return View.of("people/sign-in-code", Map.of("form", Form.empty()));
    }

    /** Opens the session when the code is right. */
    @Allows(everyone = true)
    @PostMapping("/sign-in/code")
    View enter(Form form, HttpServletRequest request, HttpServletResponse response) {
        Optional<Long> wait = wait(limits.attempt(request.getRemoteAddr()));
        if (wait.isPresent()) {
            form.refuse("", "people.sign-in.too-many", wait.get());
            return View.refused("people/sign-in-code", Map.of("form", form));
        }
        Optional<Proof> proof =
                cookies.read(request, cookies.name(TICKET)).flatMap(ticket -> mails.enter(ticket, form.text("code")));
        if (proof.isEmpty()) {
            events.refused("sign-in-mail", Optional.empty(), "wrong-code", request);
            form.refuse("code", "people.sign-in.code.wrong");
            return View.refused("people/sign-in-code", Map.of("form", form));
        }
        return open(proof.get(), request, response);
    }

    /** The page of a mailed link; opening it does nothing, so that a mail scanner does no harm. */
    @Allows(everyone = true)
    @GetMapping("/sign-in/link/{link}")
    View link(@PathVariable String link) {
        return View.of("people/sign-in-link", Map.of("link", link, "good", codes.good(link)));
    }

    /** Opens the session when the link is good. */
    @Allows(everyone = true)
    @PostMapping("/sign-in/link/{link}")
    View follow(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
        limits.requireAttempt(request.getRemoteAddr());
        Optional<Proof> proof = codes.follow(link);
        if (proof.isEmpty()) {
            events.refused("sign-in-mail", Optional.empty(), "wrong-link", request);
            return View.of("people/sign-in-link", Map.of("link", link, "good", false), 422);
        }
        return open(proof.get(), request, response);
    }

    /** Ends this browser's session. */
    @Allows(everyone = true)
    @PostMapping("/sign-out")
    View out(HttpServletRequest request, HttpServletResponse response) {
        signIn.out(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return View.redirect("/", be.quartier.pages.Flash.done("people.signed-out"));
    }

    private View open(Proof proof, HttpServletRequest request, HttpServletResponse response) {
        signIn.open(request, response, proof.commune(), proof.person(), Session.Method.MAIL, false, 0);
        cookies.set(response, cookies.name(TICKET), "", java.time.Duration.ZERO);
        String home = "/" + communes.get(proof.commune()).slug();
        return View.redirect(proof.to().home() ? home : proof.to().value());
    }

    /** The wait in whole minutes, rounded up. */
    private static Optional<Long> wait(OptionalLong seconds) {
        return seconds.isPresent() ? Optional.of((seconds.getAsLong() + 59) / 60) : Optional.empty();
    }
}
