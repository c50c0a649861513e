package be.quartier.vouchers.registry;

import be.quartier.vouchers.registry.StagedRow.Who;
import java.time.Instant;
import java.util.UUID;

/**
 * A registered child of whom a later extract says something that the town hall has to decide on.
 *
 * @param why {@code not-in-extract}, {@code died}, {@code left-the-register} or {@code not-entitled}
 */
public record FlaggedChild(UUID id, Who who, String why, Instant since) {}
