package be.quartier.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyMessagesTests {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "en"})
    void everyFlawHasItsSentenceInEveryLanguageAndNoSentenceIsLeftOver(String language) throws IOException {
        var sentences = new Properties();
        try (var file = getClass().getResourceAsStream("/messages/money_" + language + ".properties")) {
            sentences.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        assertThat(sentences.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Flaw.values()).map(Flaw::key).toList());
    }
}
