package be.quartier.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's manners: a wrong use ends with 2 and one sentence, a command of a later issue says that it is not there yet. */
class LauncherTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private record Said(int exit, String out, String error) {}

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "test everything"})
    void aWrongUseEndsWithTwoAndOneSentence(String command) throws Exception {
        Said said = say(command);
        assertThat(said.exit).isEqualTo(2);
        assertThat(said.error.strip().lines()).hasSize(1);
        assertThat(said.out).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"group-buys solve f.json", "sms count", "challenges verdict f.json", "works eligibility f.json"})
    void aCommandOfALaterDayIsNotBuiltYet(String command) throws Exception {
        Said said = say(command);
        assertThat(said.exit).isEqualTo(2);
        assertThat(said.error.strip()).endsWith("is not built yet.").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"routes solve nowhere.txt", "routes solve pom.xml", "routes solve quartier --seconds 0"})
    void routesAreNotPlannedFromWhatIsNoInstance(String command) throws Exception {
        Said said = say(command);
        assertThat(said.exit).isEqualTo(2);
        assertThat(said.error.strip()).hasLineCount(1);
        assertThat(said.out).isEmpty();
    }

    @Test
    void theLauncherExplainsItself() throws Exception {
        for (String command : List.of("--help", "help", "test --help", "routes --help")) {
            Said said = say(command);
            assertThat(said.exit).isZero();
            assertThat(said.out).contains("./quartier");
            assertThat(said.error).isEmpty();
        }
    }

    private static Said say(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(("./quartier " + command).split(" ", -1))
                .directory(ROOT.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out, error);
    }
}
