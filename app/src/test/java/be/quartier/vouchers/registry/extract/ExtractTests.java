package be.quartier.vouchers.registry.extract;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.vouchers.registry.FileRefusal;
import be.quartier.vouchers.registry.FileRefusal.Kind;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import be.quartier.vouchers.registry.RegistryColumn;
import be.quartier.vouchers.registry.RegistryColumns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The bytes of an extract: encodings, separators, quotation marks, sizes, and files that are something else. */
class ExtractTests {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Test
    void accentsAreReadFromWindows1252() throws IOException {
        assertAccents(new Sheet().row().bytes(WINDOWS_1252));
    }

    @Test
    void accentsAreReadFromUtf8WithoutAMark() throws IOException {
        assertAccents(new Sheet().row().bytes(UTF_8));
    }

    @Test
    void accentsAreReadFromUtf8WithAMark() throws IOException {
        assertAccents(("\uFEFF" + new Sheet().row()).getBytes(UTF_8));
    }

    @Test
    void theUnicodeTextOfASpreadsheetIsRead() throws IOException {
        String tabs = new Sheet().row().toString().replace(';', '\t');
        assertAccents(("\uFEFF" + tabs).getBytes(UTF_16LE));
    }

    @Test
    void theEncodingIsFoundHoweverFarTheFirstAccentIs() throws IOException {
        Sheet sheet = new Sheet();
        for (int i = 0; i < 5_000; i++) {
            sheet.row(
                    RegistryColumn.LAST_NAME, "Leroy", RegistryColumn.FIRST_NAME, "Tom", RegistryColumn.STREET, "Quai");
        }
        sheet.row();
        for (Charset charset : List.of(WINDOWS_1252, UTF_8)) {
            Row.Person last = (Row.Person) Sheet.read(sheet.bytes(charset)).getLast();
            assertThat(last.lastName()).isEqualTo("Lemaître");
        }
    }

    @Test
    void namesThatWereEncodedTwiceArePutRightAndFlagged() throws IOException {
        String twisted = new String("François".getBytes(UTF_8), WINDOWS_1252);
        Row.Person person = Sheet.person(RegistryColumn.FIRST_NAME, twisted);
        assertThat(person.firstName()).isEqualTo("François");
        assertThat(person.notes()).contains(Note.TEXT_REPAIRED);
    }

    @Test
    void twoFilesPastedTogetherInTwoEncodingsAreBothRead() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(new Sheet().row().bytes(UTF_8));
        both.write((Sheet.line(RegistryColumn.FIRST_NAME, "Noël") + "\n").getBytes(WINDOWS_1252));
        List<Row> rows = Sheet.read(both.toByteArray());
        assertThat(((Row.Person) rows.getLast()).firstName()).isEqualTo("Noël");
        assertThat(((Row.Person) rows.getLast()).notes()).contains(Note.TEXT_REPAIRED);
    }

    @Test
    void aCharacterLostBeforeUsIsFlagged() throws IOException {
        assertThat(Sheet.person(RegistryColumn.FIRST_NAME, "Fran\uFFFDois").notes())
                .contains(Note.TEXT_DAMAGED);
    }

    @Test
    void commasTabsAndBarsAreFoundAsSeparators() throws IOException {
        for (String separator : List.of(",", "\t", "|")) {
            assertAccents(new Sheet().row().toString().replace(";", separator).getBytes(UTF_8));
        }
    }

    @Test
    void quotedFieldsMayHoldSeparatorsQuotesAndLineEnds() throws IOException {
        List<Row> rows = new Sheet()
                .row(RegistryColumn.STREET, "\"Rue \"\"du Four\"\"; cour\r\narrière\"")
                .row(RegistryColumn.FIRST_NAME, "Ada")
                .read();
        assertThat(((Row.Person) rows.getFirst()).address().street()).isEqualTo("Rue \"du Four\"; cour arrière");
        assertThat(rows.getLast().line()).isEqualTo(4);
        assertThat(((Row.Person) rows.getLast()).firstName()).isEqualTo("Ada");
    }

    @Test
    void aQuotationMarkInsideAWordIsPartOfIt() throws IOException {
        assertThat(Sheet.person(RegistryColumn.STREET, "Cité \"Le Pré\"")
                        .address()
                        .street())
                .isEqualTo("Cité \"Le Pré\"");
    }

    @Test
    void aQuotationMarkNeverClosedCostsItsOwnLineOnly() throws IOException {
        Sheet sheet = new Sheet().row(RegistryColumn.STREET, "\"Rue ouverte");
        for (int i = 0; i < 20; i++) {
            sheet.row();
        }
        List<Row> rows = sheet.read();
        assertThat(rows).hasSize(21);
        assertThat(rows.getFirst()).isEqualTo(new Row.Unreadable(2, Reason.UNCLOSED_QUOTE));
        assertThat(rows.subList(1, 21)).allMatch(Row.Person.class::isInstance);
    }

    @Test
    void aLineWithoutEndCostsItselfOnly() throws IOException {
        List<Row> rows = new Sheet().raw("x".repeat(1_000_000) + "\r\n").row().read();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).isEqualTo(new Row.Unreadable(2, Reason.LINE_TOO_LONG));
        assertThat(rows.getLast()).isInstanceOf(Row.Person.class);
        assertThat(rows.getLast().line()).isEqualTo(3);
    }

    @Test
    void theLastRowNeedsNoLineEndAndMayEndWithItsSeparator() throws IOException {
        assertThat(new Sheet().raw(Sheet.line()).read()).singleElement().isInstanceOf(Row.Person.class);
    }

    @Test
    void titlesAboveAndBlankLinesBetweenAreNoRows() throws IOException {
        String titled =
                "sep=;\r\nRegistre de la population\r\n\r\n" + new Sheet().row() + ";;;;\r\n\r\n" + Sheet.line();
        assertThat(Sheet.read(titled.getBytes(UTF_8))).hasSize(2).allMatch(Row.Person.class::isInstance);
    }

    @Test
    void oldLineEndsAreLineEnds() throws IOException {
        String old = new Sheet().row().row().toString().replace("\r\n", "\r");
        assertThat(Sheet.read(old.getBytes(UTF_8))).hasSize(2);
    }

    @Test
    void trailingEmptyColumnsDroppedByASpreadsheetAreEmpty() throws IOException {
        String line = Sheet.line().replaceAll(";+$", "");
        assertThat(new Sheet().raw(line + "\r\n").read()).singleElement().isInstanceOf(Row.Person.class);
    }

    @Test
    void rowsWithTooManyOrTooFewFieldsAreUnreadable() throws IOException {
        List<Row> rows = new Sheet()
                .raw(Sheet.line().replace("Zoé", "Zoé;Anne") + "\r\n")
                .raw("Total;12\r\n")
                .read();
        // The shifted row has an extra field that is empty; its birth date is where a name was.
        assertThat(rows)
                .containsExactly(
                        new Row.Unreadable(2, Reason.BIRTH_UNREADABLE), new Row.Unreadable(3, Reason.TOO_FEW_FIELDS));
        assertThat(new Sheet()
                        .raw(Sheet.line(RegistryColumn.DISTRICT, "Centre;Nord") + "\n")
                        .read())
                .containsExactly(new Row.Unreadable(2, Reason.TOO_MANY_FIELDS));
    }

    @Test
    void filesThatAreSomethingElseAreRefusedByName() throws IOException {
        assertThat(refused(new byte[0])).isEqualTo(FileRefusal.of(Kind.EMPTY));
        assertThat(refused(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo(FileRefusal.of(Kind.WORKBOOK));
        assertThat(refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}))
                .isEqualTo(FileRefusal.of(Kind.WORKBOOK));
        assertThat(refused("%PDF-1.7".getBytes(UTF_8))).isEqualTo(FileRefusal.of(Kind.PDF));
        assertThat(refused(new byte[] {1, 0, 2, 0})).isEqualTo(FileRefusal.of(Kind.NOT_TEXT));
        assertThat(refused("Bonjour\n".getBytes(UTF_8))).isEqualTo(FileRefusal.of(Kind.NO_TABLE));
        assertThat(refused((Sheet.line() + "\n").getBytes(UTF_8))).isEqualTo(FileRefusal.of(Kind.NO_HEADER));
        assertThat(refused("NISS;NOM;PRENOM\n".getBytes(UTF_8)).columns())
                .containsExactly(
                        RegistryColumn.BIRTH_DATE,
                        RegistryColumn.STREET,
                        RegistryColumn.NUMBER,
                        RegistryColumn.POSTCODE,
                        RegistryColumn.TOWN);
    }

    @Test
    void aMillionRowsAreReadInTheMemoryOfOne() throws IOException {
        byte[] header = new Sheet().bytes(UTF_8);
        byte[] block = (Sheet.line() + "\n").repeat(1_000).getBytes(UTF_8);
        InputStream endless = new Repeated(header, block, 1_000);
        Extract extract =
                ((Extract.Opening.Ready) Extract.open(endless, RegistryColumns.STANDARD, Sheet.TODAY)).extract();
        long before = used();
        int rows = 0;
        long most = 0;
        while (extract.next().isPresent()) {
            if (++rows % 250_000 == 0) {
                most = Math.max(most, used() - before);
            }
        }
        assertThat(rows).isEqualTo(1_000_000);
        assertThat(most).isLessThan(4_000_000);
    }

    @Test
    void anyBytesAtAllGiveRowsAndNeverBreak() throws IOException {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = new Sheet().row().row().row().bytes(WINDOWS_1252);
        for (int round = 0; round < 2_000; round++) {
            byte[] file = good.clone();
            for (int i = random.nextInt(30); i >= 0; i--) {
                file[
                        Sheet.line().length() / 2
                                + random.nextInt(file.length - Sheet.line().length())] = (byte)
                        "\";\n\r\t,\u0000é0'".charAt(random.nextInt(9));
            }
            List<Row> rows = new ArrayList<>();
            if (Extract.open(new ByteArrayInputStream(file), RegistryColumns.STANDARD, Sheet.TODAY)
                    instanceof Extract.Opening.Ready(Extract extract)) {
                for (var row = extract.next(); row.isPresent(); row = extract.next()) {
                    rows.add(row.get());
                }
            }
            assertThat(rows).as("seed %s round %s", seed, round).hasSizeLessThan(60);
        }
    }

    private static void assertAccents(byte[] file) throws IOException {
        Row.Person person = (Row.Person) Sheet.read(file).getFirst();
        assertThat(person.lastName()).isEqualTo("Lemaître");
        assertThat(person.firstName()).isEqualTo("Zoé");
        assertThat(person.address().street()).isEqualTo("Rue de l'Église");
        assertThat(person.notes()).isEmpty();
    }

    private static FileRefusal refused(byte[] file) throws IOException {
        return ((Extract.Opening.Refused)
                        Extract.open(new ByteArrayInputStream(file), RegistryColumns.STANDARD, Sheet.TODAY))
                .refusal();
    }

    /** A header and then one block of rows, so many times. */
    private static final class Repeated extends InputStream {
        private byte[] now;
        private final byte[] block;
        private int left;
        private int at;

        Repeated(byte[] header, byte[] block, int times) {
            this.now = header;
            this.block = block;
            this.left = times;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == now.length) {
                if (left-- <= 0) {
                    return -1;
                }
                now = block;
                at = 0;
            }
            int count = Math.min(length, now.length - at);
            System.arraycopy(now, at, target, offset, count);
            at += count;
            return count;
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
