package be.quartier.vouchers.campaigns;

import java.util.List;
import java.util.Locale;

/**
 * What one rule says about one child, in a form that can be told in four languages.
 *
 * @param rule the rule's code, such as {@code age-automatic}
 * @param outcome what it found
 * @param arguments numbers and days for the sentence {@link #key()}
 * @param source where the rule is written; empty for what no article needs to say
 */
public record Finding(String rule, Outcome outcome, List<Object> arguments, String source) {

    /** Keeps its own copy. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** What a rule can find. */
    public enum Outcome {
        /** The rule speaks for the child. */
        MET,
        /** The rule speaks against the child. */
        UNMET,
        /** The registry does not say enough; a person has to look. */
        UNCLEAR
    }

    /** The message key of the sentence shown to the citizen and to the desk. */
    public String key() {
        return "campaigns.finding." + rule + "." + outcome.name().toLowerCase(Locale.ROOT);
    }
}
