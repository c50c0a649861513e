package be.quartier.pages;

import be.quartier.commune.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every text shown to people, from {@code messages/<module>_<language>.properties} (UTF-8).
 *
 * <p>A missing text is an exception where {@code strict} (tests, demo) and otherwise the French text or, failing that,
 * the key, with an error in the log: a page with one odd word is better than no page.
 */
public final class Texts {

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final Pattern FILE = Pattern.compile("([a-z]+)_(fr|nl|de|en)\\.properties");

    private static final Pattern FRENCH_SPACE = Pattern.compile(" (?=[:;?!»])|(?<=«) ");

    private final Map<Language, Map<String, String>> texts;
    private final boolean strict;

    private Texts(Map<Language, Map<String, String>> texts, boolean strict) {
        this.texts = texts;
        this.strict = strict;
    }

    /** Reads all texts of the class path. */
    public static Texts ofClassPath(boolean strict) {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new HashMap<>());
        }
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*")) {
                read(file, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The texts cannot be read", e);
        }
        return new Texts(all, strict);
    }

    /**
     * The text of a key, its places filled.
     *
     * @throws IllegalArgumentException when there is no such text and this installation is strict
     */
    public String text(Language language, String key, Object... args) {
        return TextPattern.fill(pattern(language, key), language, args);
    }

    /** Whether the language has a text for the key. */
    public boolean has(Language language, String key) {
        return texts(language).containsKey(key);
    }

    /** All keys of a language. */
    public Set<String> keys(Language language) {
        return Set.copyOf(texts(language).keySet());
    }

    private String pattern(Language language, String key) {
        String own = texts(language).get(key);
        if (own != null) {
            return own;
        }
        if (strict) {
            throw new IllegalArgumentException("No text in " + language + " for " + key);
        }
        LOG.error("no text in {} for {}", language, key);
        return texts(Language.FR).getOrDefault(key, key);
    }

    private Map<String, String> texts(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private static void read(Resource file, Map<Language, Map<String, String>> all) throws IOException {
        String name = file.getFilename();
        Matcher match = FILE.matcher(name == null ? "" : name);
        if (!match.matches()) {
            throw new IllegalStateException("Not a file of texts: " + name);
        }
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Language language = Language.of(match.group(2)).orElseThrow();
        Map<String, String> texts = all.computeIfAbsent(language, l -> new HashMap<>());
        for (String key : properties.stringPropertyNames()) {
            if (!key.startsWith(match.group(1) + ".")) {
                throw new IllegalStateException("Texts of " + name + " begin with the module's name, not " + key);
            }
            if (texts.put(key, spaced(language, properties.getProperty(key))) != null) {
                throw new IllegalStateException("Two texts for " + key + " in " + language);
            }
        }
    }

    /** French keeps its double signs with the word before them: no line begins with a colon. */
    private static String spaced(Language language, String text) {
        return language == Language.FR ? FRENCH_SPACE.matcher(text).replaceAll("\u00a0") : text;
    }
}
