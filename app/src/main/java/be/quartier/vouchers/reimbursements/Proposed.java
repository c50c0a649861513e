package be.quartier.vouchers.reimbursements;

import java.util.List;
import java.util.UUID;

/** What became of the wish to propose a run. */
public sealed interface Proposed {

    /**
     * The run waits for signatures.
     *
     * @param left shops that are owed money and are not in it
     */
    record Waiting(Run run, List<LeftOut> left) implements Proposed {}

    /** Another run of this campaign waits: sign, release or cancel it first. */
    record AnotherWaits(Run run) implements Proposed {}

    /** No shop is owed anything that can be paid. */
    record NothingDue(List<LeftOut> left) implements Proposed {}

    /** A shop that is owed money, or owes some, and why it is not paid now. */
    record LeftOut(UUID merchant, long cents, Why why) {}

    /** Why a shop is left out. */
    enum Why {
        /** Refunds outweigh purchases: it comes off the next run. */
        NEGATIVE,
        /** No account counts for it. */
        NO_ACCOUNT
    }
}
