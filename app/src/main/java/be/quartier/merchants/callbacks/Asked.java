package be.quartier.merchants.callbacks;

import be.quartier.merchants.MerchantState;
import java.time.LocalDate;

/** What became of a wish to be called. */
public sealed interface Asked {

    /** Kept, now or by the same request before: somebody calls by the end of that day. */
    record Kept(LocalDate dueOn) implements Asked {}

    /** Nothing was kept: this enterprise waits for a call already. */
    record AlreadyWaiting(LocalDate dueOn) implements Asked {}

    /** Nothing was kept: this enterprise is a merchant here already, or asked to be. */
    record AlreadyKnown(MerchantState state) implements Asked {}
}
