package be.quartier.demo.region;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.vouchers.registry.RegistryColumns;
import be.quartier.vouchers.registry.extract.Extract;
import be.quartier.vouchers.registry.extract.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The invented extract has the faults of a real one and is read by the reader of real ones. */
class RegistryExtractTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 14);
    private static final Town TOWN = DemoRegion.of(DemoRegion.SEED, DAY).towns().getLast();

    @Test
    void theSameTownAndDayGiveTheSameBytes() {
        assertThat(RegistryExtract.of(TOWN, DAY)).isEqualTo(RegistryExtract.of(TOWN, DAY));
    }

    @Test
    void itIsWindows1252WithSemicolons() {
        String text = new String(RegistryExtract.of(TOWN, DAY), Charset.forName("windows-1252"));
        assertThat(text).contains("Rue de la Coopérative").contains("Coöperatiestraat");
        assertThat(text.lines().skip(1).findFirst()).hasValue(String.join(";", RegistryColumns.header()));
    }

    @Test
    void theReaderReadsAllButTheFiveSpoiledRows() throws IOException {
        List<Row> rows = read();
        assertThat(rows).hasSizeGreaterThan(1_800);
        assertThat(rows.stream().filter(Row.Unreadable.class::isInstance)).hasSize(5);
        List<Row.Person> people = rows.stream()
                .filter(Row.Person.class::isInstance)
                .map(Row.Person.class::cast)
                .toList();
        for (String note : List.of("NISS_REPAIRED", "BIRTH_PARTIAL", "PROTECTED")) {
            assertThat(people.stream()
                            .filter(person -> person.notes().stream()
                                    .anyMatch(found -> found.name().equals(note))))
                    .as(note)
                    .isNotEmpty();
        }
        assertThat(people.stream().filter(Row.Person::deceased)).isNotEmpty();
        assertThat(people.stream().filter(Row.Person::secondHome)).hasSizeGreaterThan(5);
    }

    private static List<Row> read() throws IOException {
        Extract.Opening opening =
                Extract.open(new ByteArrayInputStream(RegistryExtract.of(TOWN, DAY)), RegistryColumns.STANDARD, DAY);
        assertThat(opening).isInstanceOf(Extract.Opening.Ready.class);
        List<Row> rows = new ArrayList<>();
        Extract extract = ((Extract.Opening.Ready) opening).extract();
        for (Optional<Row> row = extract.next(); row.isPresent(); row = extract.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
