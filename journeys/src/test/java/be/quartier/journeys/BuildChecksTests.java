package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the real build over small wrong files: each static check of the build must be able to fail. */
class BuildChecksTests {

    private static final String PACKAGE = """
            /** A package of one class. */
            @org.jspecify.annotations.NullMarked
            package sample;
            """;

    @Test
    void aGoodFilePassesEveryCheck() throws Exception {
        Outcome outcome = build("good", "    int two() {\n        return 2;\n    }\n");
        assertThat(outcome.output()).doesNotContain("ERROR");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aNullWhereNoneIsAllowedStopsTheBuild() throws Exception {
        Outcome outcome = build("nullness", "    String name() {\n        return null;\n    }\n");
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.output()).contains("[NullAway]");
    }

    @Test
    void aMistakeThatErrorProneKnowsStopsTheBuild() throws Exception {
        Outcome outcome =
                build("mistake", "    int hash(int[] numbers) {\n        return numbers.hashCode();\n    }\n");
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.output()).contains("[ArrayHashCode]");
    }

    @Test
    void aWarningOfTheCompilerStopsTheBuild() throws Exception {
        Outcome outcome =
                build("warning", "    java.util.List list(java.util.List raw) {\n        return raw;\n    }\n");
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.output()).contains("-Werror");
    }

    @Test
    void aFileOutOfShapeStopsTheBuild() throws Exception {
        Outcome outcome = build("shape", "  int two( ) { return 2 ; }\n");
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.output()).contains("format violations");
    }

    private record Outcome(int code, String output) {}

    /** Builds a project of one class, with the given body, as a child of the product's own build. */
    private static Outcome build(String name, String body) throws IOException, InterruptedException {
        Path project = Path.of("target", "static-checks", name);
        Path sources = Files.createDirectories(project.resolve("src/main/java/sample"));
        Files.writeString(sources.resolve("package-info.java"), PACKAGE);
        Files.writeString(sources.resolve("Sample.java"), "package sample;\n\nclass Sample {\n" + body + "}\n");
        Files.writeString(project.resolve("pom.xml"), POM);
        Path output = project.resolve("output.txt");
        Process process = new ProcessBuilder(List.of("mvn", "-B", "-o", "-q", "-f", project.toString(), "verify"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Outcome(process.waitFor(), Files.readString(output));
    }

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>be.quartier</groupId>
                <artifactId>quartier-parent</artifactId>
                <version>0.1.0-SNAPSHOT</version>
                <relativePath>../../../../pom.xml</relativePath>
              </parent>
              <artifactId>static-checks</artifactId>
              <dependencies>
                <dependency>
                  <groupId>org.jspecify</groupId>
                  <artifactId>jspecify</artifactId>
                  <version>${jspecify.version}</version>
                </dependency>
              </dependencies>
            </project>
            """;
}
