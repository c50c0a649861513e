package be.quartier.vouchers;

import java.util.Locale;

/** Why no money moved; the code is public interface, its sentence is in {@code messages/vouchers_*.properties}. */
public enum Refusal {
    /** No voucher of this commune has this code. */
    UNKNOWN_VOUCHER(404),
    /** No spend of this shop has this id. */
    UNKNOWN_SPEND(404),
    /** The voucher is blocked, cancelled, or its letter was replaced by a newer one. */
    VOUCHER_BLOCKED(409),
    /** The voucher's last day is over. */
    VOUCHER_EXPIRED(409),
    /** The voucher's first day has not come. */
    VOUCHER_NOT_YET_VALID(409),
    /** The shop does not take part in the voucher's campaign. */
    MERCHANT_NOT_ACCEPTED(409),
    /** The voucher holds less than the amount. */
    INSUFFICIENT_BALANCE(409),
    /** The amount is above the campaign's limit per purchase or per day. */
    LIMIT_EXCEEDED(409),
    /** More would be given back than was taken. */
    REFUND_TOO_LARGE(409),
    /** The spend is too old to be given back. */
    REFUND_TOO_LATE(409),
    /** The spend is older than a minute. */
    UNDO_TOO_LATE(409),
    /** The key was used for another request. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** The amount is not between one cent and a million euro. */
    AMOUNT_OUT_OF_RANGE(422),
    /** Too many wrong typed codes from this shop. */
    TOO_MANY_WRONG_CODES(429),
    /** More requests are waiting than can be served in time. */
    OVERLOADED(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The stable code, for example {@code insufficient-balance}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** The key of its sentence. */
    public String messageKey() {
        return "vouchers.refusal." + code();
    }
}
