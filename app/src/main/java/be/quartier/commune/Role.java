package be.quartier.commune;

import java.util.Locale;

/** What a person may be in one commune; a person may hold several. */
public enum Role {
    /** Lives in the commune. */
    RESIDENT,
    /** A resident whose identity is proven, in the neighbours' network. */
    NEIGHBOUR,
    /** Runs a shop. */
    MERCHANT,
    /** Works at a shop's till. */
    CASHIER,
    /** Packs orders in the municipal warehouse. */
    PACKER,
    /** Delivers by bike. */
    COURIER,
    /** Economy officer of the town hall. */
    ECONOMY,
    /** Finance officer of the town hall. */
    FINANCE,
    /** Signs: mayor, director general, financial director. */
    APPROVER,
    /** Communication officer. */
    COMMUNICATION,
    /** Moderates neighbours' content. */
    MODERATOR,
    /** Runs a merchants' association. */
    ASSOCIATION,
    /** Administers the commune's accounts and settings. */
    ADMIN,
    /** Officer of the region. */
    REGION,
    /** Reads everything that is logged, changes nothing. */
    AUDITOR;

    /** The name in addresses and in the database: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the role answers for public money, messages or accounts and so needs a second factor. */
    public boolean staff() {
        return switch (this) {
            case ECONOMY, FINANCE, APPROVER, COMMUNICATION, MODERATOR, ADMIN, REGION, AUDITOR -> true;
            case RESIDENT, NEIGHBOUR, MERCHANT, CASHIER, PACKER, COURIER, ASSOCIATION -> false;
        };
    }
}
