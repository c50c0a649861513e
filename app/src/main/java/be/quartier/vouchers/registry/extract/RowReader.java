package be.quartier.vouchers.registry.extract;

import be.quartier.commune.Language;
import be.quartier.money.Flaw;
import be.quartier.money.Niss;
import be.quartier.money.Parsed;
import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import be.quartier.vouchers.registry.RegistryColumn;
import be.quartier.vouchers.registry.RegistryColumns.Layout;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands the fields of a row as a person; the first thing that is wrong decides. */
final class RowReader {

    private static final int NAME_CHARS_MAX = 100;
    private static final int STREET_CHARS_MAX = 120;
    private static final int NUMBER_CHARS_MAX = 20;

    /** A street may bear a date; nine digits are somebody's number in the wrong column. */
    private static final int DIGITS_MAX = 8;

    private static final Pattern POSTCODE = Pattern.compile("(?:B[- ]?)?([1-9]\\d{3})(?:[.,]0+)?");
    private static final Pattern NO = Pattern.compile("(?i)|0|n|no|non|nee|neen|nein|false|faux|-");
    private static final Pattern SECOND_HOME =
            Pattern.compile("(?i)s|sec.*|2|a|alt.*|co-?ouder.*|gedeeld.*|wechsel.*|neben.*");
    private static final Map<String, Language> LANGUAGES = Map.of(
            "1", Language.FR, "2", Language.NL, "3", Language.DE, "F", Language.FR, "N", Language.NL, "D", Language.DE);

    private final Map<RegistryColumn, Integer> places;
    private final int width;
    private final int needed;
    private final LocalDate today;

    RowReader(Layout.Found layout, LocalDate today) {
        places = layout.places();
        width = layout.width();
        needed = 1
                + places.entrySet().stream()
                        .filter(place -> place.getKey().required())
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        this.today = today;
    }

    Row read(Line line) {
        return switch (line) {
            case Line.Broken(int number, Reason reason) -> new Row.Unreadable(number, reason);
            case Line.Fields fields -> {
                try {
                    yield person(fields);
                } catch (Unreadable e) {
                    yield new Row.Unreadable(fields.number(), e.reason);
                }
            }
        };
    }

    private Row person(Line.Fields line) throws Unreadable {
        List<String> fields = line.fields();
        if (fields.size() < needed) {
            throw new Unreadable(Reason.TOO_FEW_FIELDS);
        }
        if (fields.size() > width
                && !fields.subList(width, fields.size()).stream().allMatch(String::isBlank)) {
            throw new Unreadable(Reason.TOO_MANY_FIELDS);
        }
        Set<Note> notes = EnumSet.noneOf(Note.class);
        notes.addAll(line.notes());
        Niss niss = niss(cell(fields, RegistryColumn.NISS), notes);
        BirthDate birth = birth(cell(fields, RegistryColumn.BIRTH_DATE), notes);
        if (differ(niss.birth(), birth)) {
            notes.add(Note.BIRTH_DIFFERS);
        }
        DateCell death = DateCell.read(cell(fields, RegistryColumn.DEATH_DATE));
        DateCell removal = DateCell.read(cell(fields, RegistryColumn.REMOVAL_DATE));
        boolean deceased = !(death instanceof DateCell.Empty);
        boolean gone =
                deceased || day(removal).filter(day -> !day.isAfter(today)).isPresent();
        if (!NO.matcher(cell(fields, RegistryColumn.PROTECTED)).matches()) {
            notes.add(Note.PROTECTED);
        }
        return new Row.Person(
                line.number(),
                niss,
                name(cell(fields, RegistryColumn.LAST_NAME), true),
                firstOf(name(cell(fields, RegistryColumn.FIRST_NAME), false)),
                birth,
                address(fields, gone, notes),
                bounded(cell(fields, RegistryColumn.DISTRICT)),
                household(fields),
                language(cell(fields, RegistryColumn.LANGUAGE)),
                deceased,
                day(removal),
                day(DateCell.read(cell(fields, RegistryColumn.ARRIVAL_DATE))),
                SECOND_HOME.matcher(cell(fields, RegistryColumn.CUSTODY)).matches(),
                notes);
    }

    private Niss niss(String text, Set<Note> notes) throws Unreadable {
        return switch (Niss.parse(text, today)) {
            case Parsed.Valid<Niss.Read>(Niss.Read(Niss niss, boolean repaired)) -> {
                if (repaired) {
                    notes.add(Note.NISS_REPAIRED);
                }
                if (niss.kind() == Niss.Kind.BIS) {
                    notes.add(Note.BIS_NUMBER);
                }
                yield niss;
            }
            case Parsed.Invalid<Niss.Read>(Flaw flaw) -> throw new Unreadable(reason(flaw));
        };
    }

    private static Reason reason(Flaw flaw) {
        if (flaw == Flaw.NISS_EMPTY) {
            return Reason.NISS_EMPTY;
        }
        if (flaw == Flaw.NISS_ROUNDED) {
            return Reason.NISS_ROUNDED;
        }
        if (flaw == Flaw.NISS_DATE) {
            return Reason.NISS_DATE;
        }
        return flaw == Flaw.NISS_LENGTH ? Reason.NISS_LENGTH : Reason.NISS_CHECK;
    }

    private BirthDate birth(String text, Set<Note> notes) throws Unreadable {
        return switch (DateCell.read(text)) {
            case DateCell.Empty ignored -> throw new Unreadable(Reason.BIRTH_EMPTY);
            case DateCell.NoCentury ignored -> throw new Unreadable(Reason.BIRTH_CENTURY);
            case DateCell.Odd ignored -> throw new Unreadable(Reason.BIRTH_UNREADABLE);
            case DateCell.Known(BirthDate date, boolean repaired) -> {
                if (date.earliest().orElseThrow().isAfter(today)) {
                    throw new Unreadable(Reason.BIRTH_IN_FUTURE);
                }
                if (repaired) {
                    notes.add(Note.DATE_REPAIRED);
                }
                if (date.partial()) {
                    notes.add(Note.BIRTH_PARTIAL);
                }
                yield date;
            }
        };
    }

    private static boolean differ(Niss.Birth said, BirthDate birth) {
        return differ(said.year(), birth.year())
                || differ(said.month(), birth.month())
                || differ(said.day(), birth.day());
    }

    private static boolean differ(OptionalInt said, int known) {
        return known != 0 && said.isPresent() && said.getAsInt() != known;
    }

    /** The day of a removal or an arrival; a mark that is no date counts from today. */
    private Optional<LocalDate> day(DateCell cell) {
        return switch (cell) {
            case DateCell.Empty ignored -> Optional.empty();
            case DateCell.Known(BirthDate date, boolean ignored) -> date.earliest();
            case DateCell.NoCentury ignored -> Optional.of(today);
            case DateCell.Odd ignored -> Optional.of(today);
        };
    }

    private Address address(List<String> fields, boolean gone, Set<Note> notes) throws Unreadable {
        String street = cell(fields, RegistryColumn.STREET);
        String number = cell(fields, RegistryColumn.NUMBER);
        String box = cell(fields, RegistryColumn.BOX);
        String town = cell(fields, RegistryColumn.TOWN);
        var postcode = POSTCODE.matcher(cell(fields, RegistryColumn.POSTCODE).toUpperCase(Locale.ROOT));
        boolean coded = postcode.matches();
        if (gone) {
            // No letter goes there, and the register may have emptied the address.
            return new Address("", "", "", "", "");
        }
        if (street.isEmpty()) {
            throw new Unreadable(Reason.ADDRESS_EMPTY);
        }
        if (!coded) {
            throw new Unreadable(Reason.POSTCODE_WRONG);
        }
        boolean odd = odd(street, STREET_CHARS_MAX)
                || odd(town, STREET_CHARS_MAX)
                || odd(number, NUMBER_CHARS_MAX)
                || odd(box, NUMBER_CHARS_MAX);
        if (odd) {
            throw new Unreadable(Reason.ADDRESS_ODD);
        }
        return Address.read(street, number, box, postcode.group(1), town, notes);
    }

    private static boolean odd(String text, int chars) {
        return text.length() > chars || text.chars().filter(Character::isDigit).count() > DIGITS_MAX;
    }

    private static String bounded(String text) {
        return odd(text, NAME_CHARS_MAX) ? "" : text;
    }

    private static String name(String text, boolean needed) throws Unreadable {
        if (text.isEmpty() && needed) {
            throw new Unreadable(Reason.NAME_EMPTY);
        }
        boolean odd = text.length() > NAME_CHARS_MAX || text.chars().anyMatch(Character::isDigit);
        if (odd || (needed && text.chars().noneMatch(Character::isLetter))) {
            throw new Unreadable(Reason.NAME_ODD);
        }
        return text;
    }

    private static String firstOf(String names) {
        return names.split(",", 2)[0].strip();
    }

    private Optional<String> household(List<String> fields) {
        String number = cell(fields, RegistryColumn.HOUSEHOLD);
        String said = number.isEmpty() ? cell(fields, RegistryColumn.HOUSEHOLD_HEAD) : number;
        return Optional.of(said).filter(text -> !text.isEmpty());
    }

    private static Optional<Language> language(String text) {
        return Optional.ofNullable(LANGUAGES.get(text.toUpperCase(Locale.ROOT))).or(() -> Language.of(text));
    }

    private String cell(List<String> fields, RegistryColumn column) {
        Integer place = places.get(column);
        return place == null || place >= fields.size() ? "" : Cell.clean(fields.get(place));
    }

    /** Leaves a row at the first thing that is wrong with it; carries no text of the row. */
    private static final class Unreadable extends Exception {
        private final Reason reason;

        Unreadable(Reason reason) {
            super(reason.code(), null, false, false);
            this.reason = reason;
        }
    }
}
