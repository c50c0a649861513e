package be.quartier.vouchers;

import java.time.LocalDate;
import java.util.UUID;

/** What a shop may see of a voucher before it takes part of it: nothing of whose it is. */
public sealed interface Look {

    /**
     * The shop can take from it today.
     *
     * @param initialCents what it was issued with
     * @param balanceCents what is on it now
     * @param validUntil its last Brussels day
     */
    record Seen(UUID voucher, long initialCents, long balanceCents, LocalDate validUntil) implements Look {}

    /** The shop cannot take from it, and why. */
    record Refused(Refusal why) implements Look {}
}
