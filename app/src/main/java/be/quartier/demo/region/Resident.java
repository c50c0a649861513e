package be.quartier.demo.region;

import java.time.LocalDate;

/**
 * A person of a household.
 *
 * @param birth the registry's date; where the day or month is unknown, the first possible one
 * @param niss eleven digits, valid by the rules, with a counter that real births do not reach
 * @param nationality two letters
 */
public record Resident(
        String givenName,
        String surname,
        Sex sex,
        LocalDate birth,
        BirthKnown birthKnown,
        String niss,
        String nationality,
        Kinship kinship,
        Standing standing) {

    /** As the registry writes it. */
    public enum Sex {
        /** Odd counter. */
        M,
        /** Even counter. */
        F
    }

    /** How much of a birth date the registry knows. */
    public enum BirthKnown {
        /** All of it. */
        DAY,
        /** Month and year. */
        MONTH,
        /** The year alone. */
        YEAR
    }

    /** What the person is to the head of the household. */
    public enum Kinship {
        /** The reference person. */
        HEAD,
        /** Spouse or partner. */
        PARTNER,
        /** Child of the head. */
        CHILD,
        /** Child of the partner alone. */
        STEPCHILD,
        /** Grandchild of the head. */
        GRANDCHILD,
        /** Placed with the household. */
        FOSTER_CHILD,
        /** Not related. */
        OTHER
    }

    /** Whether the person still counts. */
    public enum Standing {
        /** Lives there. */
        PRESENT,
        /** Died since. */
        DECEASED,
        /** Struck off the register. */
        STRUCK_OFF
    }

    /** Completed years on a day. */
    public int age(LocalDate day) {
        return birth.until(day).getYears();
    }
}
