package be.quartier.merchants;

import be.quartier.commune.CommuneId;
import java.util.UUID;

/**
 * A merchant was accepted, refused or suspended, or one that takes part accepted the contract; published inside the transaction
 * that did it.
 *
 * @param state where the merchant stands now
 */
public record MerchantDecided(CommuneId commune, UUID merchant, MerchantState state) {}
