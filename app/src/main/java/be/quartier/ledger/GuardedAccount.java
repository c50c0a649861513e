package be.quartier.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A guarded account (a voucher's) as it is now.
 *
 * @param stamp changes whenever what its owner may do changes
 * @param outDay last day on which money left it, in Brussels
 * @param outDayCents what left it on that day
 */
public record GuardedAccount(
        UUID id, UUID book, long balanceCents, int stamp, Optional<LocalDate> outDay, long outDayCents) {

    /** What left the account on a day. */
    public long outCents(LocalDate day) {
        return outDay.filter(day::equals).isPresent() ? outDayCents : 0;
    }
}
