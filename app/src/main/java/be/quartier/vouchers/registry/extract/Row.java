package be.quartier.vouchers.registry.extract;

import be.quartier.commune.Language;
import be.quartier.money.Niss;
import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** One row of an extract, understood or not. */
public sealed interface Row {

    /** The line of the file on which it begins, from 1. */
    int line();

    /**
     * A person of the registry. Prints itself as its line alone.
     *
     * @param household what the registry says of the household (its number or its reference person); may hold a national
     *     number and must leave memory only as a keyed hash
     * @param removal the day of removal from the register, past or to come
     * @param arrival the day since which the person lives in the commune
     * @param secondHome a line at the household where the child stays without being registered
     */
    record Person(
            int line,
            Niss niss,
            String lastName,
            String firstName,
            BirthDate birth,
            Address address,
            String district,
            Optional<String> household,
            Optional<Language> language,
            boolean deceased,
            Optional<LocalDate> removal,
            Optional<LocalDate> arrival,
            boolean secondHome,
            Set<Note> notes)
            implements Row {

        /** The same for two spellings of one person at one address: name, birth date and address. */
        public String plain() {
            return Likeness.plain(lastName, firstName, birth, address);
        }

        /**
         * The same for everyone who gets one letter together: what the registry says of the household, or else the
         * family name, with the address. Two families behind one door are never taken for one.
         */
        public String plainHousehold() {
            String said = household.map(Plain::household).orElseGet(() -> "~" + Plain.word(lastName));
            return said + '|' + address.plain();
        }

        @Override
        public String toString() {
            return "Person[" + line + "]";
        }
    }

    /** Nothing is kept of the row but its line and what is wrong. */
    record Unreadable(int line, Reason reason) implements Row {}
}
