package be.quartier.vouchers.till;

import be.quartier.vouchers.VoucherCode;
import java.time.Instant;
import java.util.UUID;

/**
 * One scan: the voucher's code and the key under which the money will be taken, made before anything is sent.
 *
 * @param till the device that scanned
 * @param key the idempotency key of the spend
 * @param until when the ticket ends
 * @param code what was scanned or typed
 */
record TillTicket(UUID till, String key, Instant until, String code) {

    /** The voucher's code, read again. */
    VoucherCode voucher() {
        return VoucherCode.parse(code);
    }

    /** Nothing of the code. */
    @Override
    public String toString() {
        return "TillTicket[" + key + "]";
    }
}
