package be.quartier.vouchers;

import be.quartier.ledger.Transfer;
import java.util.OptionalLong;
import java.util.UUID;

/** What became of a hold. */
public sealed interface HoldOutcome {

    /**
     * The money is set aside, now or when the same request came first.
     *
     * @param id names the hold from now on
     * @param balanceCents what was left on the voucher right after it
     */
    record Held(UUID id, long amountCents, long balanceCents) implements HoldOutcome {

        static Held of(Transfer hold) {
            return new Held(
                    hold.id(), hold.amountCents(), hold.guardedAfterCents().orElse(0));
        }
    }

    /**
     * No money moved.
     *
     * @param balanceCents what is on the voucher, where the buyer needs to know
     */
    record Refused(Refusal why, OptionalLong balanceCents) implements HoldOutcome {

        static Refused because(Refusal why) {
            return new Refused(why, OptionalLong.empty());
        }
    }
}
