package be.quartier.vouchers.registry;

import be.quartier.vouchers.campaigns.Eligibility;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What an import needs to know of its campaign.
 *
 * @param open whether vouchers can be issued now
 * @param amountCents worth of one voucher
 * @param reference the day on which ages are taken
 */
public record ImportTerms(
        UUID campaign, String name, boolean open, long amountCents, LocalDate reference, Eligibility rules) {}
