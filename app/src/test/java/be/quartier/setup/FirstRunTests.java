package be.quartier.setup;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstRunTests {

    @Test
    void aNameBecomesAnAddressWithoutAccents() {
        assertThat(FirstRun.slug("Sainte-Gudule-aux-Prés")).contains("sainte-gudule-aux-pres");
        assertThat(FirstRun.slug("  L’Été  ")).contains("l-ete");
    }

    @Test
    void aNameThatStandsForAPageOfTheInstallationIsRefused() {
        assertThat(FirstRun.slug("Region")).isEmpty();
        assertThat(FirstRun.slug("Demo")).isEmpty();
        assertThat(FirstRun.slug("42")).isEmpty();
    }

    @Test
    void aNameInOneLanguageServesInAll() {
        assertThat(FirstCommune.names(Map.of(Language.NL, "Vijvergem")))
                .containsEntry(Language.FR, "Vijvergem")
                .containsEntry(Language.EN, "Vijvergem");
    }
}
