package be.quartier.vouchers.registry.extract;

import be.quartier.vouchers.registry.Note;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postal address as a letter shows it.
 *
 * @param number without leading zeros, may be empty
 * @param box without "bte", "bus" or leading zeros, empty when there is none
 * @param postcode four digits
 */
public record Address(String street, String number, String box, String postcode, String town) {

    private static final Pattern NUMBER_WITH_BOX = Pattern.compile(
            "(\\d+\\s?[a-z]?)\\s*(?:bo[iî]te|bte|bt|bus|box|b\\.|\\bb(?=\\s)|b(?=\\d)|/)\\s*[.:n°]*\\s*([0-9a-z].*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BOX_WORD =
            Pattern.compile("^(?:bo[iî]te|bte|bt|bus|box|b\\.?)[\\s.:n°]*(?=[0-9]|[a-z]$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern DECIMALS = Pattern.compile("[.,]0+$");
    private static final Pattern NUMBER_AS_DATE = Pattern.compile("(\\d{1,2})[-. ]([a-zéûä]{3,4})\\.?");
    private static final Map<String, Integer> MONTHS = months();

    /** The address somebody typed, brought into the same form as the registry's. */
    public static Address typed(String street, String number, String box, String postcode, String town) {
        return read(street, number, box, postcode, town, EnumSet.noneOf(Note.class));
    }

    /** Reads the cells of an address, adding to the notes what was put right; cells are trimmed. */
    static Address read(String street, String number, String box, String postcode, String town, Set<Note> notes) {
        String house = asHouseNumber(number, notes);
        String inner = box;
        Matcher both = NUMBER_WITH_BOX.matcher(house);
        if (inner.isEmpty() && both.matches()) {
            house = both.group(1).strip();
            inner = both.group(2);
        }
        house = plainNumber(house);
        if (house.isEmpty()) {
            notes.add(Note.NO_NUMBER);
        }
        return new Address(street, house, plainBox(inner), postcode, town);
    }

    /** A spreadsheet reads the house number "12-3" as the 12th of March and shows "12-mars". */
    private static String asHouseNumber(String number, Set<Note> notes) {
        Matcher date = NUMBER_AS_DATE.matcher(number.toLowerCase(Locale.ROOT));
        Integer month = date.matches() ? MONTHS.get(date.group(2)) : null;
        if (month == null) {
            return number;
        }
        notes.add(Note.NUMBER_REPAIRED);
        return date.group(1) + "/" + month;
    }

    private static String plainNumber(String number) {
        String plain =
                LEADING_ZEROS.matcher(DECIMALS.matcher(number).replaceFirst("")).replaceFirst("");
        return plain.equals("0") || plain.equals("-") ? "" : plain;
    }

    private static String plainBox(String box) {
        String bare = BOX_WORD.matcher(box.strip()).replaceFirst("");
        return plainNumber(bare);
    }

    private static Map<String, Integer> months() {
        String[] names = {
            "jan janv", "feb fév févr", "mar mars mrt mär märz", "apr avr", "mai mei may", "jun juin juni",
            "jul juil juli", "aug août aoû", "sep sept", "oct okt", "nov", "dec déc dez"
        };
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : List.of(names[i].split(" ", -1))) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    /** The same for two spellings of one address: no case, accents, punctuation or usual abbreviations. */
    public String plain() {
        return Plain.street(street) + '|' + Plain.word(number) + '|' + Plain.word(box) + '|' + postcode;
    }

    /** Orders letters as a postman walks: postcode, street, house number as a number, box. */
    public String postalSort() {
        String digits = number.replaceAll("\\D.*", "");
        String padded = "0".repeat(Math.max(0, 5 - digits.length())) + number;
        String inner = Plain.word(box);
        return postcode
                + ' '
                + Plain.street(street)
                + ' '
                + Plain.word(padded)
                + ' '
                + "0".repeat(Math.max(0, 4 - inner.length()))
                + inner;
    }

    @Override
    public String toString() {
        return "Address[***]";
    }
}
