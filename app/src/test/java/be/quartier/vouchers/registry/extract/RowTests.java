package be.quartier.vouchers.registry.extract;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Language;
import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import be.quartier.vouchers.registry.RegistryColumn;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a row says of a person, the ugly cases of real extracts each by name. */
class RowTests {

    @Test
    void leadingZerosLostByASpreadsheetAreRestoredAndFlagged() throws IOException {
        Row.Person whole = Sheet.person(RegistryColumn.NISS, "00012556777", RegistryColumn.BIRTH_DATE, "25/01/2000");
        Row.Person damaged = Sheet.person(RegistryColumn.NISS, "12556777", RegistryColumn.BIRTH_DATE, "25/01/2000");
        assertThat(damaged.niss()).isEqualTo(whole.niss());
        assertThat(whole.notes()).isEmpty();
        assertThat(damaged.notes()).containsExactly(Note.NISS_REPAIRED);
    }

    @Test
    void aNumberInScientificNotationIsLostAndSaysSo() throws IOException {
        for (String rounded : List.of("1,7073E+10", "1.7073E+10", "9,30518E+10")) {
            assertThat(Sheet.only(RegistryColumn.NISS, rounded)).isEqualTo(new Row.Unreadable(2, Reason.NISS_ROUNDED));
        }
    }

    @Test
    void aNumberAsASpreadsheetFormulaOrTextMarkIsRead() throws IOException {
        Row.Person plain = Sheet.person();
        assertThat(Sheet.person(RegistryColumn.NISS, "=\"17073003384\"").niss()).isEqualTo(plain.niss());
        assertThat(Sheet.person(RegistryColumn.NISS, "'17073003384").niss()).isEqualTo(plain.niss());
        assertThat(Sheet.person(RegistryColumn.NISS, "17.07.30-033.84\u00a0").niss())
                .isEqualTo(plain.niss());
    }

    @Test
    void wrongNumbersSayWhatIsWrong() throws IOException {
        assertThat(Sheet.only(RegistryColumn.NISS, "")).isEqualTo(new Row.Unreadable(2, Reason.NISS_EMPTY));
        assertThat(Sheet.only(RegistryColumn.NISS, "12345678901")).isEqualTo(new Row.Unreadable(2, Reason.NISS_CHECK));
        assertThat(Sheet.only(RegistryColumn.NISS, "170730033841"))
                .isEqualTo(new Row.Unreadable(2, Reason.NISS_LENGTH));
    }

    @Test
    void aBisNumberIsTakenAndFlagged() throws IOException {
        assertThat(Sheet.person(RegistryColumn.NISS, "01490700185").notes()).contains(Note.BIS_NUMBER);
    }

    @Test
    void theRegistrysBirthDateCountsWhenTheNumberSpeaksOfAnother() throws IOException {
        Row.Person person = Sheet.person(RegistryColumn.BIRTH_DATE, "29/07/2017");
        assertThat(person.birth()).isEqualTo(new BirthDate(2017, 7, 29));
        assertThat(person.notes()).containsExactly(Note.BIRTH_DIFFERS);
    }

    @Test
    void datesAreReadInEveryShapeThatRegistriesWrite() throws IOException {
        for (String date : List.of(
                "30/07/2017",
                "30-07-2017",
                "30.7.2017",
                "20170730",
                "30072017",
                "2017-07-30",
                "2017/7/30",
                "30/07/2017 00:00:00",
                "2017-07-30T00:00:00Z")) {
            Row.Person person = Sheet.person(RegistryColumn.BIRTH_DATE, date);
            assertThat(person.birth()).as(date).isEqualTo(new BirthDate(2017, 7, 30));
            assertThat(person.notes()).as(date).isEmpty();
        }
    }

    @Test
    void unknownDaysAndMonthsMakeAPartialDate() throws IOException {
        Map<String, BirthDate> dates = Map.of(
                "00/07/2017", new BirthDate(2017, 7, 0),
                "20170700", new BirthDate(2017, 7, 0),
                "07/2017", new BirthDate(2017, 7, 0),
                "00/00/2017", new BirthDate(2017, 0, 0),
                "2017-00-00", new BirthDate(2017, 0, 0),
                "20170001", new BirthDate(2017, 0, 0),
                "2017", new BirthDate(2017, 0, 0));
        for (var date : dates.entrySet()) {
            Row.Person person = Sheet.person(RegistryColumn.BIRTH_DATE, date.getKey());
            assertThat(person.birth()).as(date.getKey()).isEqualTo(date.getValue());
            assertThat(person.notes()).as(date.getKey()).containsExactly(Note.BIRTH_PARTIAL);
        }
    }

    @Test
    void theDayNumberOfASpreadsheetIsADateAndFlagged() throws IOException {
        Row.Person person = Sheet.person(RegistryColumn.BIRTH_DATE, "42946");
        assertThat(person.birth()).isEqualTo(new BirthDate(2017, 7, 30));
        assertThat(person.notes()).containsExactly(Note.DATE_REPAIRED);
    }

    @Test
    void datesThatDoNotExistOrSayNoCenturyAreNotGuessed() throws IOException {
        Map<String, Reason> dates = Map.of(
                "31/02/2017", Reason.BIRTH_UNREADABLE,
                "12/25/2017", Reason.BIRTH_UNREADABLE,
                "juillet 2017", Reason.BIRTH_UNREADABLE,
                "30/07/17", Reason.BIRTH_CENTURY,
                "", Reason.BIRTH_EMPTY,
                "00/00/0000", Reason.BIRTH_EMPTY,
                "24/11/2026", Reason.BIRTH_IN_FUTURE,
                "00/12/2026", Reason.BIRTH_IN_FUTURE);
        for (var date : dates.entrySet()) {
            assertThat(Sheet.only(RegistryColumn.BIRTH_DATE, date.getKey()))
                    .as(date.getKey())
                    .isEqualTo(new Row.Unreadable(2, date.getValue()));
        }
    }

    @Test
    void boxesAreReadInTheirColumnOrBehindTheNumber() throws IOException {
        for (String box :
                List.of("3", "0003", "b3", "b 3", "bte 3", "Bte3", "boîte 3", "bus 3", "bus: 3", "BUS 0003")) {
            assertThat(Sheet.person(RegistryColumn.BOX, box).address().box())
                    .as(box)
                    .isEqualTo("3");
        }
        for (String number :
                List.of("12 bte 3", "12b3", "12 b 3", "12/3", "12 bus 3", "12bus3", "12 boîte 3", "0012 bte 003")) {
            Address address = Sheet.person(RegistryColumn.NUMBER, number).address();
            assertThat(address.number()).as(number).isEqualTo("12");
            assertThat(address.box()).as(number).isEqualTo("3");
        }
    }

    @Test
    void aHouseNumberWithALetterOrARangeHasNoBox() throws IOException {
        for (String number : List.of("12B", "12 bis", "12-14", "12A")) {
            Address address = Sheet.person(RegistryColumn.NUMBER, number).address();
            assertThat(address.number()).isEqualTo(number);
            assertThat(address.box()).isEmpty();
        }
        assertThat(Sheet.person(RegistryColumn.BOX, "0000").address().box()).isEmpty();
        assertThat(Sheet.person(RegistryColumn.BOX, "B").address().box()).isEqualTo("B");
    }

    @Test
    void aHouseNumberThatASpreadsheetTookForADateIsPutBackAndFlagged() throws IOException {
        for (String number : List.of("12-mars", "12-mrt", "12-Mär", "12-mar")) {
            Row.Person person = Sheet.person(RegistryColumn.NUMBER, number);
            assertThat(person.address().number()).as(number).isEqualTo("12");
            assertThat(person.address().box()).as(number).isEqualTo("3");
            assertThat(person.notes()).as(number).containsExactly(Note.NUMBER_REPAIRED);
        }
    }

    @Test
    void twoSpellingsOfOneAddressCompareAlike() throws IOException {
        Address written = Sheet.person().address();
        assertThat(Sheet.person(RegistryColumn.STREET, "R. de l' EGLISE", RegistryColumn.NUMBER, "0012")
                        .address()
                        .plain())
                .isEqualTo(written.plain());
        assertThat(Sheet.person(RegistryColumn.NUMBER, "13").address().plain()).isNotEqualTo(written.plain());
    }

    @Test
    void particlesApostrophesAndHyphensInNamesAreKept() throws IOException {
        for (String name : List.of("VAN DEN BERGHE", "d'Hondt", "O’Neill", "de la Croix-Dupont", "Ñuñez", "Ng")) {
            assertThat(Sheet.person(RegistryColumn.LAST_NAME, name).lastName()).isEqualTo(name.replace('\u2019', '\''));
        }
        assertThat(Sheet.person(RegistryColumn.FIRST_NAME, "Anna, Louise, Marie")
                        .firstName())
                .isEqualTo("Anna");
        assertThat(Sheet.person(RegistryColumn.FIRST_NAME, "").firstName()).isEmpty();
    }

    @Test
    void aNumberWhereANameOrStreetShouldBeIsRefusedAndNotKept() throws IOException {
        assertThat(Sheet.only(RegistryColumn.LAST_NAME, "93051822361"))
                .isEqualTo(new Row.Unreadable(2, Reason.NAME_ODD));
        assertThat(Sheet.only(RegistryColumn.FIRST_NAME, "93051822361"))
                .isEqualTo(new Row.Unreadable(2, Reason.NAME_ODD));
        assertThat(Sheet.only(RegistryColumn.STREET, "93.05.18-223.61"))
                .isEqualTo(new Row.Unreadable(2, Reason.ADDRESS_ODD));
        assertThat(Sheet.only(RegistryColumn.BOX, "93051822361")).isEqualTo(new Row.Unreadable(2, Reason.ADDRESS_ODD));
        assertThat(Sheet.only(RegistryColumn.TOWN, "93051822361")).isEqualTo(new Row.Unreadable(2, Reason.ADDRESS_ODD));
        assertThat(Sheet.person(RegistryColumn.DISTRICT, "93051822361").district())
                .isEmpty();
    }

    @Test
    void postcodesAreFourDigitsHoweverTheyAreDressed() throws IOException {
        for (String postcode : List.of("7999", "B-7999", "b 7999", "7999.0", "7999,00")) {
            assertThat(Sheet.person(RegistryColumn.POSTCODE, postcode).address().postcode())
                    .isEqualTo("7999");
        }
        assertThat(Sheet.only(RegistryColumn.POSTCODE, "59000"))
                .isEqualTo(new Row.Unreadable(2, Reason.POSTCODE_WRONG));
    }

    @Test
    void anUnknownMarkOfProtectionProtects() throws IOException {
        for (String mark : List.of("O", "OUI", "1", "X", "JA", "J", "protégée", "?")) {
            assertThat(Sheet.person(RegistryColumn.PROTECTED, mark).notes())
                    .as(mark)
                    .contains(Note.PROTECTED);
        }
        for (String mark : List.of("", "N", "NON", "NEE", "0", "nein")) {
            assertThat(Sheet.person(RegistryColumn.PROTECTED, mark).notes())
                    .as(mark)
                    .isEmpty();
        }
    }

    @Test
    void deathsAndRemovalsNeedNoAddress() throws IOException {
        Row.Person dead = Sheet.person(RegistryColumn.DEATH_DATE, "20250102", RegistryColumn.STREET, "");
        assertThat(dead.deceased()).isTrue();
        Row.Person left = Sheet.person(RegistryColumn.REMOVAL_DATE, "02/01/2025", RegistryColumn.POSTCODE, "");
        assertThat(left.removal()).contains(LocalDate.of(2025, 1, 2));
        assertThat(Sheet.person(RegistryColumn.DEATH_DATE, "00/00/0000").deceased())
                .isFalse();
    }

    @Test
    void languagesAreReadAsWordsCodesOrNumbers() throws IOException {
        assertThat(Sheet.person(RegistryColumn.LANGUAGE, "NL").language()).contains(Language.NL);
        assertThat(Sheet.person(RegistryColumn.LANGUAGE, "d").language()).contains(Language.DE);
        assertThat(Sheet.person(RegistryColumn.LANGUAGE, "1").language()).contains(Language.FR);
        assertThat(Sheet.person(RegistryColumn.LANGUAGE, "").language()).isEmpty();
    }

    @Test
    void aPersonPrintsNothingOfItself() throws IOException {
        Row.Person person = Sheet.person();
        assertThat(person + " " + person.address() + " " + person.niss())
                .doesNotContain("17073003384", "Lema", "Zoé", "glise");
    }
}
