package be.quartier.vouchers.campaigns;

import java.time.LocalDate;
import java.util.List;

/**
 * One rule of a campaign's regulation, as data: what it asks, the sentence that says so, and where it is written.
 *
 * <p>The sentence in each language is the message {@code campaigns.rule.<code>} with {@link #arguments()}.
 */
public sealed interface EligibilityRule {

    /** Ages above this are a mistake of typing. */
    int AGE_MAX = 30;

    /** The stable name of the rule, such as {@code age-automatic}. */
    String code();

    /** Where the rule is written, as shown to the citizen: an article of the regulation. */
    String source();

    /** The values of the rule's sentence, in the order of its placeholders: numbers and days. */
    List<Object> arguments();

    /**
     * A voucher without any formality for these ages.
     *
     * @param from youngest age in full years, included
     * @param to oldest age in full years, included
     * @param reference the day on which the age is taken
     */
    record AgeAutomatic(int from, int to, LocalDate reference, String source) implements EligibilityRule {
        /** Refuses an empty band. */
        public AgeAutomatic {
            requireBand(from, to);
        }

        @Override
        public String code() {
            return "age-automatic";
        }

        @Override
        public List<Object> arguments() {
            return List.of(from, to, reference);
        }
    }

    /**
     * A voucher for these ages when a proof (enrolment in a school) is handed in and accepted.
     *
     * @param from youngest age in full years, included
     * @param to oldest age in full years, included
     * @param reference the day on which the age is taken
     * @param deadline last day on which the proof can be handed in
     */
    record AgeOnProof(int from, int to, LocalDate reference, LocalDate deadline, String source)
            implements EligibilityRule {
        /** Refuses an empty band. */
        public AgeOnProof {
            requireBand(from, to);
        }

        @Override
        public String code() {
            return "age-on-proof";
        }

        @Override
        public List<Object> arguments() {
            return List.of(from, to, reference, deadline);
        }
    }

    /**
     * Residence in the commune on a day.
     *
     * @param day the day on which the child must be in the population register
     */
    record ResidentOn(LocalDate day, String source) implements EligibilityRule {
        @Override
        public String code() {
            return "resident-on";
        }

        @Override
        public List<Object> arguments() {
            return List.of(day);
        }
    }

    /**
     * Children who moved in or were born after the residence day still get one until a later day.
     *
     * @param until last day of arrival or birth that still counts
     */
    record LateArrivals(LocalDate until, String source) implements EligibilityRule {
        @Override
        public String code() {
            return "late-arrivals";
        }

        @Override
        public List<Object> arguments() {
            return List.of(until);
        }
    }

    /**
     * How a child at a protected address receives the letter.
     *
     * @param delivery by ordinary post or kept at the town hall counter
     */
    record ProtectedAddress(Delivery delivery, String source) implements EligibilityRule {
        @Override
        public String code() {
            return "protected-address-" + delivery.code();
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }
    }

    private static void requireBand(int from, int to) {
        if (from < 0 || from > to || to > AGE_MAX) {
            throw new IllegalArgumentException("ages go from 0 to " + AGE_MAX + ", the youngest first");
        }
    }
}
