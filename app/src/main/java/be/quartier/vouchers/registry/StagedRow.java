package be.quartier.vouchers.registry;

import be.quartier.vouchers.campaigns.BirthDate;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A row of an extract as the preview shows it.
 *
 * @param place its place in the import, the order of all lists
 * @param line its line in the file; empty for a child that the file does not hold
 * @param child the known child it is about
 * @param who name and birth, when the row or the known child has them
 * @param address where; empty for a protected address and for rows of which nothing is kept
 * @param countedBirth the day a partly known birth counts as
 */
public record StagedRow(
        int place,
        OptionalInt line,
        Reason reason,
        Set<Note> notes,
        Optional<UUID> child,
        Optional<Who> who,
        String address,
        Optional<LocalDate> countedBirth) {

    /** Copies the notes. */
    public StagedRow {
        notes = Set.copyOf(notes);
    }

    /** Name and birth of a child. */
    public record Who(String lastName, String firstName, BirthDate birth) {}
}
