package be.quartier.vouchers.registry.extract;

import be.quartier.vouchers.campaigns.BirthDate;

/** What two entries about one person have in common, however they were spelled. */
public final class Likeness {

    private Likeness() {}

    /** The same for two spellings of one person at one address: name, birth date and address. */
    public static String plain(String lastName, String firstName, BirthDate birth, Address address) {
        return Plain.word(lastName) + '|' + Plain.word(firstName) + '|' + birth + '|' + address.plain();
    }

    /** Whether two names are one, spelling apart. */
    public static boolean same(String one, String other) {
        return Plain.word(one).equals(Plain.word(other));
    }
}
