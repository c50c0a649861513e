package be.quartier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the house that no compiler knows. */
final class TidyRules {

    private static final int FILE_LINES_MAX = 300;
    private static final int METHOD_LINES_MAX = 50;

    /** A member at one level of indentation that opens a block, up to the brace that closes it there. */
    private static final Pattern METHOD = Pattern.compile("(?m)^    (?![^\\n(]*\\b(?:record|class|interface|enum) )"
            + "[^ \\n/*@}][^\\n;=]*\\([^;={}]*?\\{\\n(?s:.*?)^    }$");

    /** What is banned in main code, and the files that are its home. */
    private static final Map<Pattern, Set<String>> BANS = Map.of(
            Pattern.compile("\\b(SmartLifecycle|ScheduledExecutorService|@Scheduled)\\b"), Set.of("Rounds.java"),
            Pattern.compile("\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(\\)"), Set.of(),
            Pattern.compile("System\\.currentTimeMillis\\(\\)|Problem\\.of\\(429"), Set.of(),
            Pattern.compile("\\brandomUUID\\("), Set.of("Ids.java"),
            Pattern.compile("Clock\\.system[A-Z]"), Set.of("InstallationConfiguration.java"),
            Pattern.compile("\\bMath\\.random\\("), Set.of(),
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b"), Set.of(),
            Pattern.compile("\\b(class|record|interface|enum) \\w+(Manager|Helper|Utils?|Impl|DTO|Dto)\\b"), Set.of(),
            Pattern.compile("(?i)\\b(ixelles|elsene|boussu|etterbeek|anderlecht|schaerbeek|saint-gilles)\\b"), Set.of(),
            Pattern.compile("import (lombok|org\\.mockito)"), Set.of());

    private static final List<String> LANGUAGES = List.of("fr", "nl", "de", "en");

    private TidyRules() {}

    /** Whether a Java file, of the product or of its tests, is too long. */
    static List<String> size(Path file, String text) {
        long lines = text.lines().count();
        return lines > FILE_LINES_MAX
                ? List.of(file + " has " + lines + " lines, " + FILE_LINES_MAX + " at most: is a name missing?")
                : List.of();
    }

    /** Faults of one Java file, each a sentence with its place. */
    static List<String> java(Path file, String text) {
        List<String> faults = new ArrayList<>(size(file, text));
        Matcher method = METHOD.matcher(text);
        while (method.find()) {
            long length = method.group().lines().count();
            if (length > METHOD_LINES_MAX) {
                String head = method.group().lines().findFirst().orElse("").strip();
                faults.add(file + ": '" + head + "' has " + length + " lines, " + METHOD_LINES_MAX + " at most");
            }
        }
        String name = String.valueOf(file.getFileName());
        BANS.forEach((ban, homes) -> {
            Matcher found = ban.matcher(text);
            if (!homes.contains(name) && found.find()) {
                faults.add(file + " must not say '" + found.group() + "'");
            }
        });
        return faults;
    }

    /** Message keys missing in a language, or used by no template and no class. */
    static List<String> messages(Path main) throws IOException {
        List<String> faults = new ArrayList<>();
        Path folder = main.resolve("resources/messages");
        if (!Files.isDirectory(folder)) {
            return faults;
        }
        String code = everything(main.resolve("java")) + everything(main.resolve("jte"));
        Set<String> prefixes = dynamicPrefixes(code);
        for (String module : modules(folder)) {
            Map<String, Set<String>> keys = new TreeMap<>();
            for (String language : LANGUAGES) {
                Path file = folder.resolve(module + "_" + language + ".properties");
                for (String key : Files.exists(file) ? load(file).stringPropertyNames() : Set.<String>of()) {
                    keys.computeIfAbsent(key, _ -> new TreeSet<>()).add(language);
                }
            }
            keys.forEach((key, languages) -> {
                if (languages.size() < LANGUAGES.size()) {
                    faults.add(module + ": " + key + " is only in " + languages);
                }
                boolean said = code.contains('"' + key + '"') || code.contains('"' + stem(key) + '"');
                if (!said && prefixes.stream().noneMatch(key::startsWith)) {
                    faults.add(module + ": " + key + " is used nowhere");
                }
            });
        }
        return faults;
    }

    /** A door names only the stem of its two texts, {@code .title} and {@code .text}. */
    private static String stem(String key) {
        return key.replaceFirst("\\.(title|text)$", "");
    }

    /** Keys built in code, as in {@code "vouchers.state." + state}, keep every key that begins so. */
    private static Set<String> dynamicPrefixes(String code) {
        Set<String> prefixes = new TreeSet<>();
        Matcher matcher = Pattern.compile("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)*\\.)\"")
                .matcher(code);
        while (matcher.find()) {
            prefixes.add(matcher.group(1));
        }
        return prefixes;
    }

    /** Templates that no controller names and no other template includes. */
    static List<String> templates(Path main) throws IOException {
        Path folder = main.resolve("jte");
        String java = everything(main.resolve("java"));
        String jte = everything(folder);
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".jte")).forEach(file -> {
                String name =
                        folder.relativize(file).toString().replace('\\', '/').replace(".jte", "");
                if (!java.contains('"' + name + '"') && !jte.contains("@template." + name.replace('/', '.') + "(")) {
                    faults.add(file + " is used nowhere");
                }
            });
        }
        return faults;
    }

    private static Set<String> modules(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> modules = new TreeSet<>();
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".properties"))
                    .forEach(name -> modules.add(name.substring(0, name.lastIndexOf('_'))));
            return modules;
        }
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String everything(Path root) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }
}
