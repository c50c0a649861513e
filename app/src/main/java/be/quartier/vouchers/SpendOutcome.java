package be.quartier.vouchers;

import be.quartier.ledger.Transfer;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** What became of a spend, a refund or an undo. */
public sealed interface SpendOutcome {

    /**
     * Money moved, now or when the same request came first.
     *
     * @param balanceCents what was on the voucher right after it
     * @param at when, in microseconds
     * @param repeated whether the request had come before
     */
    record Done(UUID id, long amountCents, long balanceCents, Instant at, boolean repeated) implements SpendOutcome {

        static Done of(Transfer transfer, boolean repeated) {
            return new Done(
                    transfer.id(),
                    transfer.amountCents(),
                    transfer.guardedAfterCents().orElse(0),
                    transfer.at(),
                    repeated);
        }

        /** The number on the receipt: twelve characters of the id, in three groups. */
        public String receipt() {
            return Receipt.number(id);
        }
    }

    /**
     * No money moved.
     *
     * @param balanceCents what is on the voucher, where the shop needs to know
     */
    record Refused(Refusal why, OptionalLong balanceCents) implements SpendOutcome {

        static Refused because(Refusal why) {
            return new Refused(why, OptionalLong.empty());
        }
    }
}
