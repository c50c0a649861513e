package be.quartier.vouchers.registry;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.vouchers.registry.RegistryColumns.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistryColumnsTests {

    @Test
    void theStandardHeaderIsUnderstoodColumnByColumn() {
        assertThat(RegistryColumns.STANDARD.locate(RegistryColumns.header()))
                .isInstanceOfSatisfying(
                        Layout.Found.class,
                        found -> assertThat(found.places()).hasSize(RegistryColumn.values().length));
    }

    @Test
    void aDutchHeaderInAnyCaseAndPunctuationIsUnderstood() {
        List<String> header = List.of(
                "insz",
                "Familienaam",
                "voornaam",
                "Geboorte datum",
                "straat",
                "Huisnummer",
                "bus",
                "Postcode",
                "GEMEENTE",
                "Beschermd adres");
        assertThat(RegistryColumns.STANDARD.locate(header))
                .isInstanceOfSatisfying(
                        Layout.Found.class,
                        found -> assertThat(found.places())
                                .containsEntry(RegistryColumn.NISS, 0)
                                .containsEntry(RegistryColumn.BIRTH_DATE, 3)
                                .containsEntry(RegistryColumn.PROTECTED, 9));
    }

    @Test
    void accentsAndTheSharpSInAHeaderDoNotMatter() {
        List<String> header = List.of(
                "Nationalnummer", "Nachname", "Vorname", "Geburtsdatum", "Straße", "Hausnummer", "PLZ", "Ort", "Décès");
        assertThat(RegistryColumns.STANDARD.locate(header)).isInstanceOf(Layout.Found.class);
    }

    @Test
    void aMissingRequiredColumnIsNamed() {
        List<String> header = new ArrayList<>(RegistryColumns.header());
        header.remove("DATE_NAISSANCE");
        header.remove("BOITE");
        assertThat(RegistryColumns.STANDARD.locate(header))
                .isEqualTo(new Layout.Missing(List.of(RegistryColumn.BIRTH_DATE)));
    }

    @Test
    void aColumnThatTwoHeadersNameIsNotGuessed() {
        List<String> header = new ArrayList<>(RegistryColumns.header());
        header.add("INSZ");
        assertThat(RegistryColumns.STANDARD.locate(header)).isEqualTo(new Layout.Twice(List.of(RegistryColumn.NISS)));
    }

    @Test
    void theCommunesOwnHeaderNamesAreASetting() {
        List<String> header = new ArrayList<>(RegistryColumns.header());
        header.set(0, "IT000");
        assertThat(RegistryColumns.STANDARD.locate(header)).isInstanceOf(Layout.Missing.class);
        RegistryColumns own = new RegistryColumns(Map.of(RegistryColumn.NISS, List.of("IT000")));
        assertThat(own.locate(header)).isInstanceOf(Layout.Found.class);
    }

    @Test
    void noHeaderNameMeansTwoColumns() {
        Set<String> seen = new HashSet<>();
        for (RegistryColumn column : RegistryColumn.values()) {
            assertThat(column.names())
                    .allSatisfy(name -> assertThat(seen.add(name)).isTrue());
        }
    }
}
