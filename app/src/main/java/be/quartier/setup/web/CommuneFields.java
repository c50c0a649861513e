package be.quartier.setup.web;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.pages.Form;
import be.quartier.setup.FirstCommune;
import be.quartier.setup.FirstRun;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that say what a commune is called and whom it serves. */
final class CommuneFields {

    private CommuneFields() {}

    /** The commune typed, under this id; what is wrong is refused at its field. */
    static Optional<Commune> read(Form form, CommuneId id) {
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
        if (slug.isEmpty() || languages.isEmpty() || form.refusal("postcodes").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new Commune(id, slug.get(), Commune.Kind.COMMUNE, FirstCommune.names(names), languages, postcodes));
    }

    /** The administrator's name; refused when it is missing. */
    static String administrator(Form form) {
        String administrator = form.text("administrator");
        if (administrator.isEmpty() || administrator.length() > 120) {
            form.refuse("administrator", "setup.administrator.missing");
        }
        return administrator;
    }
}
