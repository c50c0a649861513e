package be.quartier.pages.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.pages.Confirmation;
import be.quartier.pages.Form;
import be.quartier.pages.Formats;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The living style page: every component in its states, in a demo only. */
@Controller
class DesignPage {

    private final PageMaker pages;
    private final Clock clock;

    DesignPage(PageMaker pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** Every component, its form untouched. */
    @Allows(everyone = true)
    @GetMapping("/design")
    View show(Language language) {
        demoOnly();
        return View.of("pages/design", params(Form.empty(), language));
    }

    /** The same with its form refused: the summary, the messages at the fields, and what was typed. */
    @Allows(everyone = true)
    @PostMapping("/design")
    View refuse(Form form, Language language) {
        demoOnly();
        form.refuse(
                "amount", "pages.design.form.amount.wrong", Formats.of(language).euros(8750));
        form.refuse("kind", "pages.design.form.trade.missing");
        return View.refused("pages/design", params(form, language));
    }

    /** The question before something grave. */
    @Allows(everyone = true)
    @GetMapping("/design/confirm")
    View confirm(Language language) {
        demoOnly();
        return View.confirm(new Confirmation(
                "pages.design.confirm",
                pages.texts().text(language, "pages.design.confirm.detail"),
                "pages.design.button.grave",
                "/design",
                Map.of("shop", "1"),
                "/design",
                true));
    }

    private void demoOnly() {
        if (!pages.demo()) {
            throw Problem.notFound().raised();
        }
    }

    private Map<String, Object> params(Form form, Language language) {
        return Map.of("form", form, "samples", DesignSamples.of(pages.texts(), language, Brussels.today(clock)));
    }
}
