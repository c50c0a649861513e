package be.quartier.vouchers.registry.extract;

import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import java.util.List;
import java.util.Set;

/** One row of a table as text: its fields, or why they cannot be told apart. */
public sealed interface Line {

    /** The line of the file on which the row begins, from 1. */
    int number();

    /** Fields in the order of the file; the notes say what decoding found. */
    record Fields(int number, List<String> fields, Set<Note> notes) implements Line {

        /** Whether every field is blank, as in the lines a spreadsheet leaves at the end. */
        public boolean blank() {
            return fields.stream().allMatch(String::isBlank);
        }

        /** Never what the row holds. */
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /** The row cannot be cut into fields. */
    record Broken(int number, Reason reason) implements Line {}
}
