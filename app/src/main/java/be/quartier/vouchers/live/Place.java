package be.quartier.vouchers.live;

import java.util.UUID;

/**
 * Where a voucher belongs in the tables; without name, number and street.
 *
 * @param voucher the voucher
 * @param household the household it went to; the voucher itself when it is to bearer
 * @param district the district's name, empty when unknown
 * @param band the child's age band
 */
public record Place(UUID voucher, UUID household, String district, AgeBand band) {}
