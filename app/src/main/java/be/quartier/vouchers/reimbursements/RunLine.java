package be.quartier.vouchers.reimbursements;

import be.quartier.money.Iban;
import be.quartier.money.Ogm;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What one shop gets in a run.
 *
 * @param merchantName as it was when the run was proposed
 * @param attempt 1, or more after payments sent back
 * @param endToEndId the reference that comes back on the bank statement
 * @param ogm the structured communication the shop reads on its own statement
 * @param oldest day of the oldest purchase in it: ten days later is the last day promised
 */
public record RunLine(
        UUID id,
        UUID run,
        UUID campaign,
        UUID merchant,
        String merchantName,
        long amountCents,
        int attempt,
        String endToEndId,
        Iban iban,
        String holder,
        Ogm ogm,
        LocalDate oldest,
        int purchases,
        LineState state,
        Optional<String> rejectReason) {}
