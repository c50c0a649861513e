package be.quartier.merchants.callbacks;

import be.quartier.merchants.MerchantState;
import java.util.UUID;

/** What became of what an officer noted. */
public sealed interface Called {

    /** It is done. */
    record Done() implements Called {}

    /** It is done, and this merchant takes part. */
    record TakesPart(UUID merchant) implements Called {}

    /** Nothing was changed: somebody noted something else in between. */
    record Changed() implements Called {}

    /** Nothing was changed: this enterprise is a merchant that may not take part now. */
    record Barred(UUID merchant, MerchantState state) implements Called {}
}
