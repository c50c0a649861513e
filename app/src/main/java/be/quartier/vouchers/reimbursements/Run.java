package be.quartier.vouchers.reimbursements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One payment of a campaign to all its shops.
 *
 * @param number counts the runs of the campaign from 1
 * @param approvalsNeeded signatures before it may be released, 1 or 2
 * @param executeOn the day asked from the bank, once released
 * @param fileSha256 digest of the file, once released
 * @param executedOn the day the bank executed it
 */
public record Run(
        UUID id,
        UUID campaign,
        int number,
        RunState state,
        Instant createdAt,
        UUID createdBy,
        String creatorName,
        long totalCents,
        int lines,
        int approvalsNeeded,
        List<Approval> approvals,
        Optional<Instant> releasedAt,
        Optional<UUID> releasedBy,
        Optional<LocalDate> executeOn,
        Optional<String> fileSha256,
        Optional<LocalDate> executedOn,
        Optional<String> cancelReason) {

    /** A signature. Step 1 is the mayor's or, where one signature is enough, whoever is delegated; step 2 the director general's. */
    public record Approval(int step, UUID person, String name, Instant at) {}

    /** Copies the approvals. */
    public Run {
        approvals = List.copyOf(approvals);
    }

    /** Whether this person has proposed or signed it, and so may not do the next step. */
    public boolean handledBy(UUID person) {
        return createdBy.equals(person)
                || approvals.stream().anyMatch(approval -> approval.person().equals(person));
    }
}
