package be.quartier.vouchers.registry.intake;

import be.quartier.commune.Language;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import be.quartier.vouchers.registry.extract.Row;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A row with what the rules say of it, before the other rows and the known children are looked at.
 *
 * @param person whose row it is; empty when unreadable
 * @param candidate whether the child may get a voucher, now or on proof; of all others nothing but the hash is kept
 * @param countedBirth the birth date that decided, when the registry's is partial
 * @param language of the household's letters
 */
record Judged(
        int line,
        Reason reason,
        Set<Note> notes,
        Optional<Row.Person> person,
        boolean candidate,
        Optional<LocalDate> countedBirth,
        Language language) {}
