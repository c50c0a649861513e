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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
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
        Map<Language, String> names = new EnumMap<>(Language.class);
        for (Language each : Language.values()) {
            names.put(each, form.text("name-" + each.code()));
        }
        Optional<String> name =
                names.values().stream().filter(typed -> !typed.isBlank()).findFirst();
        Optional<String> slug = name.flatMap(FirstRun::slug);
        if (slug.isEmpty()) {
            form.refuse("name-fr", name.isEmpty() ? "setup.name.missing" : "setup.name.unusable");
        }
        List<Language> languages = form.all("languages").stream()
                .flatMap(code -> Language.of(code).stream())
                .toList();
        if (languages.isEmpty()) {
            form.refuse("languages", "setup.languages.missing");
        }
        List<String> postcodes = Arrays.stream(form.text("postcodes").split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .toList();
        if (postcodes.isEmpty() || !postcodes.stream().allMatch(code -> code.matches("[1-9]\\d{3}"))) {
            form.refuse("postcodes", "setup.postcodes.wrong");
        }
        String administrator = form.text("administrator");
        if (administrator.isEmpty() || administrator.length() > 120) {
            form.refuse("administrator", "setup.administrator.missing");
        }
        Optional<EmailAddress> address = EmailAddress.of(form.text("address"));
        if (address.isEmpty()) {
            form.refuse("address", "setup.address.wrong");
        }
        if (form.refused()) {
            return Optional.empty();
        }
        Commune commune = new Commune(
                FirstRun.FIRST,
                slug.orElseThrow(),
                Commune.Kind.COMMUNE,
                FirstCommune.names(names),
                languages,
                postcodes);
        return Optional.of(new FirstCommune(commune, administrator, address.orElseThrow(), language));
    }
}
