package be.quartier.vouchers.registry;

import static be.quartier.vouchers.registry.RegistryColumn.FIRST_NAME;
import static be.quartier.vouchers.registry.RegistryColumn.NISS;
import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.installation.Installation;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestInstallation;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.Spend;
import be.quartier.vouchers.SpendOutcome;
import be.quartier.vouchers.Spends;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.registry.RegistryDesk.Undo;
import be.quartier.vouchers.registry.RegistryImport.Scope;
import be.quartier.vouchers.registry.RegistryImport.State;
import be.quartier.vouchers.registry.TestRegistry.Town;
import be.quartier.vouchers.registry.extract.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens after an import: undo, decisions, and that no national number is left anywhere. */
@QuartierTest
class DeskTests {

    private static final LocalDate DAY = LocalDate.of(2016, 3, 14);

    @Autowired
    TestRegistry registry;

    @Autowired
    RegistryDesk desk;

    @Autowired
    RegistryImports imports;

    @Autowired
    RegistryRuns runs;

    @Autowired
    CampaignBook book;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Spends spends;

    @Autowired
    Acceptances acceptances;

    private static Sheet family(int children) {
        Sheet sheet = new Sheet();
        for (int serial = 1; serial <= children; serial++) {
            sheet.row(
                    NISS,
                    TestNiss.of(DAY, serial),
                    FIRST_NAME,
                    "Enfant" + (char) ('a' + serial % 26),
                    RegistryColumn.BIRTH_DATE,
                    "14/03/2016");
        }
        return sheet;
    }

    @Test
    void anImportIsTakenBackWholeWhileNothingIsSpent() {
        Town town = registry.town(10);
        RegistryImport done = town.imported(family(4), Scope.FULL);
        assertThat(town.in(() -> desk.undo(done.id(), "wrong file", town.clerk)))
                .isEqualTo(Undo.UNDONE);
        assertThat(town.children() + town.vouchers() + town.households()).isZero();
        assertThat(town.in(() -> book.availableCents(town.campaign))).isEqualTo(10 * TestRegistry.FACE_CENTS);
        assertThat(town.in(() -> desk.undo(done.id(), "again", town.clerk))).isEqualTo(Undo.NOT_POSSIBLE);
        town.imported(family(4), Scope.FULL);
        assertThat(town.vouchers()).isEqualTo(4);
    }

    @Test
    void oneCentSpentKeepsTheWholeImport() {
        Town town = registry.town(10);
        RegistryImport done = town.imported(family(4), Scope.FULL);
        UUID merchant = UUID.randomUUID();
        town.in(() -> {
            acceptances.accept(town.campaign, merchant);
            Voucher one = vouchers.ofCampaign(town.campaign, 0, 1).getFirst();
            assertThat(spends.spend(new Spend(vouchers.token(one), 1, merchant, UUID.randomUUID(), "k")))
                    .isInstanceOf(SpendOutcome.Done.class);
            return 0;
        });
        assertThat(town.in(() -> desk.undo(done.id(), "wrong file", town.clerk)))
                .isEqualTo(Undo.SPENT);
        assertThat(town.vouchers()).isEqualTo(4);
        assertThat(town.children()).isEqualTo(4);
    }

    @Test
    void onlyTheLastImportCanBeTakenBack() {
        Town town = registry.town(10);
        RegistryImport first = town.imported(family(2), Scope.FULL);
        town.imported(family(3), Scope.FULL);
        assertThat(town.in(() -> desk.undo(first.id(), "wrong", town.clerk))).isEqualTo(Undo.NOT_POSSIBLE);
    }

    @Test
    void aGoneChildKeepsItsVoucherOrLosesItAsTheTownHallDecides() {
        Town town = registry.town(10);
        town.imported(family(3), Scope.FULL);
        town.imported(family(1), Scope.FULL);
        List<FlaggedChild> gone = town.in(() -> desk.flagged(town.campaign));
        assertThat(gone).hasSize(2);
        assertThat(town.in(() -> desk.keep(town.campaign, gone.get(0).id()))).isTrue();
        assertThat(town.in(() -> desk.withdraw(town.campaign, gone.get(1).id(), "moved", town.clerk)))
                .isTrue();
        assertThat(town.in(() -> desk.withdraw(town.campaign, gone.get(1).id(), "moved", town.clerk)))
                .isFalse();
        assertThat(town.vouchers()).isEqualTo(2);
        RegistryImport next = town.staged(family(1), Scope.FULL);
        assertThat(town.counts(next).of(RowVerdict.GONE)).as("decided once").isZero();
    }

    @Test
    void aConfirmedImportIsCarriedOnInTheBackground() throws InterruptedException {
        Town town = registry.town(10);
        RegistryImport made = town.staged(family(3), Scope.FULL);
        town.confirm(made);
        runs.wake();
        State state = State.RUNNING;
        for (int i = 0; i < 100 && state == State.RUNNING; i++) {
            Thread.sleep(100);
            state = town.in(() -> imports.find(made.id())).orElseThrow().state();
        }
        assertThat(state).isEqualTo(State.DONE);
        assertThat(town.vouchers()).isEqualTo(3);
    }

    /** The canary: numbers of an import are looked for in every row of every table, and in all that was printed. */
    @Test
    void noNationalNumberIsLeftInTheDatabaseNorInTheLog() throws SQLException, IOException {
        List<String> numbers = new ArrayList<>();
        for (int serial = 901; serial < 921; serial++) {
            numbers.add(TestNiss.of(DAY, serial));
        }
        Printed printed = new Printed();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Town town = registry.town(50);
        RegistryImport staged;
        try {
            Sheet sheet = new Sheet();
            for (String number : numbers) {
                sheet.row(NISS, number, FIRST_NAME, "Ada", RegistryColumn.HOUSEHOLD_HEAD, number);
            }
            // Where it should not be, broken, in a quotation never closed, and in the file's own name.
            sheet.row(NISS, numbers.get(0) + "1", RegistryColumn.LAST_NAME, numbers.get(1))
                    .row(RegistryColumn.LAST_NAME, numbers.get(2), RegistryColumn.STREET, numbers.get(3))
                    .row(
                            NISS,
                            numbers.get(5),
                            RegistryColumn.DISTRICT,
                            numbers.get(4),
                            RegistryColumn.BOX,
                            numbers.get(6))
                    .raw("\"" + numbers.get(7) + ";" + numbers.get(8) + "\n");
            town.upload(sheet.toString().replace("NISS", "X"), Scope.FULL);
            staged = town.staged(sheet, Scope.FULL);
            assertThat(found(numbers)).isEmpty();
            town.in(() -> imports.cancel(staged.id(), town.clerk));
            town.imported(sheet, Scope.FULL);
        } finally {
            System.setOut(before);
        }
        assertThat(found(numbers)).isEmpty();
        assertThat(numbers).noneMatch(printed.text()::contains);
        assertThat(RegistryUpload.plainName("C:\\x\\extrait 93.05.18-223.61.csv"))
                .isEqualTo("extrait ….csv");
        assertThat(found(List.of("Lemaître")))
                .as("the search does find what is there")
                .isNotEmpty();
    }

    private static List<String> found(List<String> texts) throws SQLException {
        Installation installation = TestInstallation.get();
        List<String> found = new ArrayList<>();
        try (Connection connection = installation.database().connectAsOwner();
                Statement statement = connection.createStatement();
                Statement search = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                        """)) {
            while (tables.next()) {
                String table = tables.getString(1);
                for (String text : texts) {
                    String sql = "select count(*) from \"" + table + "\" t where t::text like '%" + text + "%'";
                    try (ResultSet rows = search.executeQuery(sql)) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static final class Printed extends OutputStream {
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            bytes.write(b);
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
