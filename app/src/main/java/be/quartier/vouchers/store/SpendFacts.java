package be.quartier.vouchers.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What the rules of spending look at, read in one row.
 *
 * @param payable the shop's account, when it takes part in the campaign now
 */
public record SpendFacts(
        UUID voucher,
        UUID campaign,
        String voucherState,
        int stamp,
        LocalDate validFrom,
        LocalDate validUntil,
        String campaignState,
        OptionalLong purchaseLimitCents,
        OptionalLong dayLimitCents,
        Optional<UUID> payable) {}
