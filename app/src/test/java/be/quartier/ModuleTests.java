package be.quartier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/**
 * The borders between modules, as each {@code package-info} declares them. Generated templates are left out: a template
 * belongs to the module whose folder it is in.
 */
class ModuleTests {

    @Test
    void everyArrowBetweenModulesPointsDownTheList() {
        ImportOption main = new ImportOption.DoNotIncludeTests();
        ApplicationModules.of(Quartier.class, file -> main.includes(file) && !file.contains("/be/quartier/templates/"))
                .verify();
    }

    @Test
    void aCircleOfModulesIsFound() {
        assertThatThrownBy(() -> ApplicationModules.of("be.quartier.brokenmodules", new ImportOption.OnlyIncludeTests())
                        .verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Cycle detected");
    }
}
