package be.quartier.demo.region;

import be.quartier.commune.Language;
import be.quartier.demo.region.Resident.Sex;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws names as a Belgian register mixes them: by language, origin, sex and the fashion of the year of birth. */
final class Names {

    /** A family's roots: from which names its members draw. */
    record Origin(String name, String nationality, List<String> surnames) {}

    private static final int OLD_BEFORE = 1965;
    private static final int YOUNG_SINCE = 1995;

    private final List<Sheet.Row> origins = Sheet.read("surnames").rows();
    private final Map<String, List<String>> givenNames = new HashMap<>();

    Names() {
        for (Sheet.Row row : Sheet.read("given-names").rows()) {
            givenNames.put(row.text("origin") + row.text("sex") + row.text("era"), row.list("names"));
        }
    }

    Origin origin(Language language, RandomGenerator random) {
        String column = language.name().toLowerCase(Locale.ROOT);
        int ticket = random.nextInt(
                origins.stream().mapToInt(row -> row.number(column)).sum());
        for (Sheet.Row row : origins) {
            ticket -= row.number(column);
            if (ticket < 0) {
                return new Origin(row.text("origin"), row.text("nationality"), row.list("names"));
            }
        }
        throw new IllegalStateException("The shares of the origins do not add up for " + column);
    }

    String surname(Origin origin, RandomGenerator random) {
        return draw(origin.surnames(), random);
    }

    /** A first name; children of every origin often carry a name of the place. */
    String givenName(Origin origin, Sex sex, int born, Language language, RandomGenerator random) {
        boolean local = born >= YOUNG_SINCE && random.nextInt(100) < 25;
        String from = local ? language == Language.NL ? "flemish" : "walloon" : origin.name();
        String era = born < OLD_BEFORE ? "old" : born < YOUNG_SINCE ? "adult" : "young";
        List<String> names = givenNames.get(from + sex + era);
        if (names == null) {
            throw new IllegalStateException("No given names for " + from + " " + sex + " " + era);
        }
        return draw(names, random);
    }

    private static String draw(List<String> names, RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }
}
