package be.quartier.vouchers;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.NameUuid;
import java.util.UUID;

/**
 * A shop's wish to take part of a voucher.
 *
 * @param code as scanned or typed
 * @param amountCents 1 to {@link #AMOUNT_CENTS_MAX}, else refused
 * @param merchant the shop
 * @param till which of its tills
 * @param key made by the till and kept before sending; 1 to {@link #KEY_LENGTH_MAX} characters
 */
public record Spend(VoucherCode code, long amountCents, UUID merchant, UUID till, String key) {

    /** A million euro. */
    public static final long AMOUNT_CENTS_MAX = 100_000_000L;

    /** Longest idempotency key. */
    public static final int KEY_LENGTH_MAX = 255;

    /** Checks the key. */
    public Spend {
        if (!validKey(key)) {
            throw new IllegalArgumentException("An idempotency key has 1 to " + KEY_LENGTH_MAX + " visible characters");
        }
    }

    /** Whether a text can be an idempotency key: 1 to 255 visible ASCII characters. */
    public static boolean validKey(String key) {
        return !key.isEmpty() && key.length() <= KEY_LENGTH_MAX && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Id of the transfer that this key makes, of whatever kind: known before it is sent. */
    static UUID id(UUID till, String key) {
        return NameUuid.of("till", Tenancy.required().value(), till, key);
    }
}
