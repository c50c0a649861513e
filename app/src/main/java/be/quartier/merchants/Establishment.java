package be.quartier.merchants;

import java.util.UUID;

/**
 * One shop of a merchant: where it is, when it is open and what it says of itself.
 *
 * @param description at most 500 characters, in the words and language of the shop; may be empty
 */
public record Establishment(UUID id, Place place, OpeningHours hours, String description) {}
