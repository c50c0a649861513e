package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.time.LocalDate;
import java.util.List;

/**
 * The people behind one letter box, the reference person first.
 *
 * @param number unique in its commune
 * @param language in which it wants to be written to
 * @param protectedAddress the address must not be shown to anyone who does not need it
 */
public record Household(
        int number, Dwelling dwelling, Language language, List<Resident> members, boolean protectedAddress) {

    /** The reference person. */
    public Resident head() {
        return members.getFirst();
    }

    /** The members younger than so many years on a day. */
    public List<Resident> youngerThan(int years, LocalDate day) {
        return members.stream().filter(member -> member.age(day) < years).toList();
    }
}
