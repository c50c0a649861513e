package be.quartier.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import be.quartier.pages.Form;
import be.quartier.pages.Page;
import be.quartier.pages.Texts;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every component, as the style page shows it, made without a server. */
class ComponentTests {

    private static final Texts TEXTS = Texts.ofClassPath(true);

    private static String design(Language language, Form form) {
        Page page = new Page(new Page.Surroundings(
                Optional.empty(),
                Visitor.ANONYMOUS,
                language,
                "/design",
                "/design",
                Optional.of(new Page.Csrf("_csrf", "proof")),
                Optional.empty(),
                true,
                List.of(),
                false,
                Optional.empty(),
                TEXTS,
                file -> "/assets/" + file));
        var samples = DesignSamples.of(TEXTS, language, LocalDate.of(2026, 11, 23));
        var output = new StringOutput();
        PagesConfiguration.templates()
                .render("pages/design.jte", Map.of("page", page, "form", form, "samples", samples), output);
        return output.toString();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyComponentIsMadeInEveryLanguage(Language language) {
        assertThat(design(language, Form.empty()))
                .contains("<html lang=\"" + language.code() + "\"", "name=\"_csrf\" value=\"proof\"")
                .doesNotContain("style=", "onclick", "class=\"errors\"");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysTheSameWordsTwice() {
        Form form = Form.of(Map.of(
                "shop", new String[] {"Chez \"Zoé\" <3"},
                "trade", new String[] {"books"},
                "kinds", new String[] {"bakery", "books"},
                "message", new String[] {"</textarea><script>alert(1)</script>"},
                "agree", new String[] {"yes"}));
        form.refuse("amount", "pages.design.form.amount.wrong", "87,50 €");
        String html = design(Language.FR, form);
        assertThat(html).contains("<title>Erreur\u00a0: ", "href=\"#amount\"", "aria-invalid=\"true\"");
        assertThat(html.split("n’a plus que 87,50 €", -1)).hasSize(3);
        assertThat(html).contains("Chez &#34;Zoé&#34; &lt;3", "<option value=\"books\" selected>");
        assertThat(html).contains("&lt;/textarea&gt;&lt;script&gt;").doesNotContain("<script>alert");
    }
}
