package be.quartier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code routes solve}: a plan on standard output, a wrong use in one sentence. */
class RoutesCommandTests {

    private static final String TWO_CUSTOMERS = """
            T101

            VEHICLE
            NUMBER     CAPACITY
              2         20

            CUSTOMER
            CUST NO.   XCOORD.   YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME

                0      0         0          0          0        230          0
                1      3         4          7         10         50          9
                2      6         8         13          0        171         10
            """;

    @TempDir
    Path folder;

    @Test
    void aPlanIsPrintedInTheFormatOfTheInstances() throws Exception {
        Path file = Files.writeString(folder.resolve("t.txt"), TWO_CUSTOMERS);
        for (String objective : List.of("distance", "vehicles")) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream before = System.out;
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            try {
                RoutesCommand.run(List.of("solve", file.toString(), "--seconds", "1", "--objective", objective));
            } finally {
                System.setOut(before);
            }
            assertThat(said.toString(StandardCharsets.UTF_8)).matches("Route #1: (1 2|2 1)\nCost: 200\n");
        }
    }

    @Test
    void aWrongUseIsOneSentence() throws Exception {
        String file = Files.writeString(folder.resolve("t.txt"), TWO_CUSTOMERS).toString();
        String note = Files.writeString(folder.resolve("note.txt"), "hello").toString();
        for (List<String> wrong : List.of(
                List.of("Say 'solve'"),
                List.of("Say 'solve'", "plan", file),
                List.of("There is no file", "solve", file + "x"),
                List.of("neither a Solomon instance", "solve", note),
                List.of("--seconds takes", "solve", file, "--seconds", "0"),
                List.of("--seed takes", "solve", file, "--seed", "one"),
                List.of("--objective is", "solve", file, "--objective", "fun"))) {
            assertThatThrownBy(() -> RoutesCommand.run(wrong.subList(1, wrong.size())))
                    .isInstanceOf(WrongUse.class)
                    .hasMessageContaining(wrong.getFirst());
        }
    }
}
