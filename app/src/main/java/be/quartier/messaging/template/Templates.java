package be.quartier.messaging.template;

import be.quartier.commune.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Finds templates on the class path: {@code mail/<module>/<name>_<language>.txt}. */
public final class Templates {

    /** The place every template may use without giving it: the name of the commune that writes. */
    public static final String COMMUNE = "commune";

    private static final Pattern NAME = Pattern.compile("[a-z]+/[a-z0-9-]+");

    private final Map<String, Template> read = new ConcurrentHashMap<>();

    /** The template of a name in a language; {@link IllegalArgumentException} when there is none. */
    public Template get(String name, Language language) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a template: " + name);
        }
        return read.computeIfAbsent(name + "_" + language.code(), Templates::read);
    }

    /** Requires exactly the values the template asks for; {@link IllegalArgumentException} otherwise. */
    public static void require(Template template, String name, Map<String, String> values) {
        Set<String> places = new HashSet<>(template.places());
        places.remove(COMMUNE);
        if (!places.equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "Template " + name + " has the places " + places + " and was given " + values.keySet());
        }
    }

    private static Template read(String file) {
        try (InputStream in = Templates.class.getResourceAsStream("/mail/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no template mail/" + file + ".txt");
            }
            return Template.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
