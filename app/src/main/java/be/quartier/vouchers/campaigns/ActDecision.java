package be.quartier.vouchers.campaigns;

import java.util.List;

/** The answer to a {@link CampaignAct}: the campaign moved, or a refusal with a stable code. */
public sealed interface ActDecision {

    /**
     * The act may happen.
     *
     * @param progress the campaign afterwards
     */
    record Moved(CampaignProgress progress) implements ActDecision {}

    /**
     * The act may not happen; nothing changes.
     *
     * @param refusal why
     * @param details what the sentence needs, such as the codes of missing terms; often empty
     */
    record Refused(Refusal refusal, List<String> details) implements ActDecision {
        /** Keeps its own copy. */
        public Refused {
            details = List.copyOf(details);
        }
    }

    /** A refusal that needs no details. */
    static ActDecision refused(Refusal refusal) {
        return new Refused(refusal, List.of());
    }
}
