package be.quartier.vouchers.live;

import java.time.Instant;
import java.util.UUID;

/**
 * One look at a household: who, why, from when until when. Never changed or deleted.
 *
 * @param campaign the campaign whose vouchers were looked at
 * @param household the household
 * @param viewer the person who looked
 * @param reason what that person wrote
 * @param at when the look began
 * @param until when it ended by itself
 */
public record HouseholdView(
        UUID id, UUID campaign, UUID household, UUID viewer, String reason, Instant at, Instant until) {}
