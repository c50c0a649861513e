package be.quartier.vouchers.reimbursements;

import java.util.Optional;
import java.util.UUID;

/**
 * One thing a bank's file said and what came of it.
 *
 * @param line the shop's line; empty when it is about a whole run
 * @param reason the bank's code of a return, or what does not fit
 */
public record AnswerEffect(
        UUID run,
        int runNumber,
        Optional<UUID> line,
        String merchantName,
        long amountCents,
        AnswerOutcome outcome,
        Optional<String> reason) {}
