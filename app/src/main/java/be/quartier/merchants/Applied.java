package be.quartier.merchants;

import java.util.UUID;

/** What became of an application. */
public sealed interface Applied {

    /** It waits for the commune's answer. */
    record Waiting(UUID merchant) implements Applied {}

    /** This enterprise takes part or waits already. */
    record AlreadyKnown(UUID merchant, MerchantState state) implements Applied {}

    /** The commune has no such trade. */
    record UnknownTrade(String trade) implements Applied {}

    /** The contract has another version now: it must be read and accepted again. */
    record ContractChanged(String version) implements Applied {}
}
