package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The W3C's validator finds no error in any page of {@code pages.txt}. */
class ValidityTests {

    @Test
    void everyPageIsValid() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "nu.validator.client.SimpleCommandLineValidator",
                "--errors-only",
                "--format",
                "text"));
        for (Map.Entry<String, List<String>> visits : PageList.byRole().entrySet()) {
            try (Browser browser = Browser.open()) {
                Trail trail = new Trail(browser);
                Guest.enters(browser, trail, visits.getKey());
                for (String pattern : visits.getValue()) {
                    String path = trail.find(pattern);
                    Path file = folder.resolve((visits.getKey() + path).replaceAll("[^a-z0-9]+", "_") + ".html");
                    Files.writeString(file, browser.to(path).source());
                    command.add(file.toString());
                    trail.remember();
                }
            }
        }
        Process validator =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.lines().filter(line -> line.contains(": error")).toList())
                .isEmpty();
        assertThat(validator.waitFor()).as(said).isZero();
    }
}
