package be.quartier.vouchers.campaigns;

import java.util.List;
import java.util.Locale;

/**
 * Whether a child gets a voucher, and why: every rule that was looked at, the deciding one first.
 *
 * @param entitlement the answer
 * @param age full years that were counted, 0 for a late birth; -1 when no age rule was looked at or the year is unknown
 * @param late whether the child counts only through the rule for late arrivals
 * @param delivery how the letter goes out
 * @param findings at least one, the deciding one first
 */
public record Verdict(Entitlement entitlement, int age, boolean late, Delivery delivery, List<Finding> findings) {

    /** Keeps its own copy and refuses a verdict without a reason. */
    public Verdict {
        findings = List.copyOf(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a verdict has a reason");
        }
    }

    /** The four answers. */
    public enum Entitlement {
        /** A voucher without formality. */
        AUTOMATIC,
        /** A voucher once a proof is accepted. */
        ON_PROOF,
        /** A person has to look: the registry does not say enough. */
        REVIEW,
        /** No voucher. */
        NONE;

        /** The stable word in the database and in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The finding that decided. */
    public Finding deciding() {
        return findings.getFirst();
    }
}
