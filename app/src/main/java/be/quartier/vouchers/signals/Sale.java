package be.quartier.vouchers.signals;

import java.time.Instant;
import java.util.UUID;

/**
 * A purchase as the patterns see it.
 *
 * @param serial the number printed on the voucher
 * @param household whose voucher it is; the voucher itself when it is to bearer
 * @param faceCents what the voucher was issued with
 * @param afterCents what was left on it
 */
public record Sale(
        UUID id, Instant at, UUID till, int serial, UUID household, long cents, long faceCents, long afterCents) {

    private static final int WHOLE_PERCENT = 95;

    /** Whether one purchase took all of a voucher that was still full. */
    public boolean whole() {
        return afterCents == 0 && cents * 100 >= faceCents * WHOLE_PERCENT;
    }
}
