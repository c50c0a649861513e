package be.quartier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads every file of the product once and names what breaks the house's rules; see {@link TidyRules}. */
class TidyTests {

    private static final Path MAIN = Path.of("src", "main");

    @Test
    void everyJavaFileKeepsToTheSizesAndBans() throws IOException {
        assertThat(over(MAIN.resolve("java"), ".java", TidyRules::java)).isEmpty();
    }

    @Test
    void noTestOutgrowsTheHouse() throws IOException {
        for (String module : List.of("app", "bench", "journeys")) {
            Path sources = Path.of("..", module, "src");
            assertThat(over(sources, ".java", TidyRules::size)).as(module).isEmpty();
        }
    }

    @Test
    void everyMessageKeyIsThereInFourLanguagesAndUsed() throws IOException {
        assertThat(TidyRules.messages(MAIN)).isEmpty();
    }

    @Test
    void everyTemplateIsUsed() throws IOException {
        assertThat(TidyRules.templates(MAIN)).isEmpty();
    }

    @Test
    void aFileThatBreaksEachRuleIsNamed() {
        Path file = Path.of("Example.java");
        String body = "        int x = 1;\n".repeat(51);
        assertThat(TidyRules.java(file, "class A {\n    void f() {\n" + body + "    }\n}\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("53 lines");
        assertThat(TidyRules.java(file, "class A {}\n".repeat(301))).hasSize(1);
        assertThat(TidyRules.java(file, "Instant t = Instant.now();")).hasSize(1);
        assertThat(TidyRules.java(file, "UUID id = UUID.randomUUID();")).hasSize(1);
        assertThat(TidyRules.java(file, "class A implements SmartLifecycle {}")).hasSize(1);
        assertThat(TidyRules.java(file, "// TO" + "DO later")).hasSize(1);
        assertThat(TidyRules.java(file, "class Voucher" + "Manager {}")).hasSize(1);
        assertThat(TidyRules.java(file, "String town = \"Ixe" + "lles\";")).hasSize(1);
    }

    private interface Rule {
        List<String> faults(Path file, String text);
    }

    private static List<String> over(Path root, String ending, Rule rule) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> rule.faults(file, read(file)).stream())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
