package be.quartier.setup.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.View;
import be.quartier.people.EmailAddress;
import be.quartier.people.SignIn;
import be.quartier.setup.FirstCommune;
import be.quartier.setup.FirstRun;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** {@code /setup}: one form, open until it was sent once. */
@Controller
class SetupPages {

    private static final String TEMPLATE = "setup/first-run";

    private final FirstRun firstRun;
    private final SignIn signIn;

    SetupPages(FirstRun firstRun, SignIn signIn) {
        this.firstRun = firstRun;
        this.signIn = signIn;
    }

    /** The empty form. */
    @Allows(everyone = true)
    @GetMapping("/setup")
    View form() {
        requireOpen();
        return View.of(TEMPLATE, Map.of("form", Form.empty().with("languages", "fr")));
    }

    /** Checks what was typed, makes the commune and signs its administrator in. */
    @Allows(everyone = true)
    @PostMapping("/setup")
    View setUp(Form form, Language language, HttpServletRequest request, HttpServletResponse response) {
        requireOpen();
        Optional<FirstCommune> first = read(form, language);
        if (first.isEmpty()) {
            return View.refused(TEMPLATE, Map.of("form", form));
        }
        firstRun.setUp(first.get())
                .ifPresent(administrator -> signIn.atFirstRun(request, response, FirstRun.FIRST, administrator));
        return View.redirect(
                "/account/second-factor?to=/" + first.get().commune().slug() + "/staff", Flash.done("setup.done"));
    }

    private void requireOpen() {
        if (!firstRun.open()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Optional<FirstCommune> read(Form form, Language language) {
        if (!firstRun.isCode(form.text("code"))) {
            form.refuse("code", "setup.code.wrong");
        }
        Optional<Commune> commune = CommuneFields.read(form, FirstRun.FIRST);
        String administrator = CommuneFields.administrator(form);
        Optional<EmailAddress> address = EmailAddress.of(form.text("address"));
        if (address.isEmpty()) {
            form.refuse("address", "setup.address.wrong");
        }
        return form.refused()
                ? Optional.empty()
                : Optional.of(new FirstCommune(commune.orElseThrow(), administrator, address.orElseThrow(), language));
    }
}
