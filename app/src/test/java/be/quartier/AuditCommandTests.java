package be.quartier;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.operations.Round;
import be.quartier.testing.TestInstallation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;

/** Whoever audits an installation beside a running server only reads. */
class AuditCommandTests {

    @Test
    void theAuditRunsNoBackgroundWork() {
        Set<String> before = roundsOf();
        try (var context = AuditCommand.application(TestInstallation.get()).run("--quartier.empty=true")) {
            assertThat(context.getBeanNamesForType(Round.class))
                    .as("the rounds are there, and nobody keeps them going")
                    .hasSizeGreaterThan(6);
            assertThat(Arrays.stream(context.getBeanNamesForType(SmartLifecycle.class))
                            .map(name -> String.valueOf(context.getType(name)))
                            .filter(type -> type.contains("be.quartier")))
                    .isEmpty();
            Set<String> begun = new HashSet<>(roundsOf());
            begun.removeAll(before);
            assertThat(begun).isEmpty();
        }
    }

    private static Set<String> roundsOf() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("round-"))
                .collect(Collectors.toSet());
    }
}
