package be.quartier.merchants;

import java.util.UUID;

/** One shop of a merchant: where it is and when it is open. */
public record Establishment(UUID id, Place place, OpeningHours hours) {}
