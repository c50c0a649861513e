package be.quartier;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The borders between modules, as each {@code package-info} declares them. */
class ModuleTests {

    @Test
    void everyArrowBetweenModulesPointsDownTheList() {
        ApplicationModules.of(Quartier.class).verify();
    }
}
