package be.quartier.vouchers.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One act in a campaign's file.
 *
 * @param act its stable word, such as {@code open}
 * @param from the state before
 * @param to the state after
 * @param actor who did it; empty for a job
 * @param reason the decision or reason given; may be empty
 * @param fromDay last day before an extension
 * @param toDay last day after an extension
 * @param budgetYear the year that carries an extension
 * @param at when
 */
public record ActLine(
        String act,
        CampaignState from,
        CampaignState to,
        Optional<UUID> actor,
        String reason,
        Optional<LocalDate> fromDay,
        Optional<LocalDate> toDay,
        Optional<Integer> budgetYear,
        Instant at) {}
