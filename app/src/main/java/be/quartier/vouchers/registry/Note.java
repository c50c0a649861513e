package be.quartier.vouchers.registry;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a clerk may want to look at in a row, whatever its verdict; texts under {@code vouchers.registry.note.<code>}.
 *
 * <p>Kept as the bits of one number: a place is never given twice.
 */
public enum Note {
    /** The address may not be given out. */
    PROTECTED(0),
    /** A spreadsheet had dropped the leading zeros of the national number; they were put back. */
    NISS_REPAIRED(1),
    /** The birth date was the day number of a spreadsheet. */
    DATE_REPAIRED(2),
    /** Accents were garbled and were put right. */
    TEXT_REPAIRED(3),
    /** A character was lost before the file came to us. */
    TEXT_DAMAGED(4),
    /** A spreadsheet had turned the house number into a date; it was put back. */
    NUMBER_REPAIRED(5),
    /** The day or month of birth is unknown. */
    BIRTH_PARTIAL(6),
    /** A BIS number: not in the national register when it was given. */
    BIS_NUMBER(7),
    /** The birth date is not the one the national number speaks of; the registry's date counts. */
    BIRTH_DIFFERS(8),
    /** No house number. */
    NO_NUMBER(9),
    /** Arrived after the reference date, within the time for late arrivals. */
    LATE_ARRIVAL(10),
    /** The child is registered and has a voucher: the town hall decides what becomes of it. */
    HAS_VOUCHER(11);

    private final int place;

    Note(int place) {
        this.place = place;
    }

    /** Notes that say something was put right. */
    public static final int REPAIRS = bits(EnumSet.of(NISS_REPAIRED, DATE_REPAIRED, TEXT_REPAIRED, NUMBER_REPAIRED));

    /** The bit of this note. */
    public int bit() {
        return 1 << place;
    }

    /** As written in keys of texts, such as {@code niss-repaired}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Several notes as one number. */
    public static int bits(Set<Note> notes) {
        return notes.stream().mapToInt(Note::bit).sum();
    }

    /** The notes of a number. */
    public static Set<Note> of(int bits) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        for (Note note : values()) {
            if ((bits & note.bit()) != 0) {
                notes.add(note);
            }
        }
        return notes;
    }
}
