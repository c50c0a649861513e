package be.quartier.vouchers.signals;

import java.util.Locale;

/** What a signal is about; each has a sentence {@code signals.reason.<code>}. */
public enum SignalKind {
    /** A shop takes the whole of many vouchers one right after the other: number, cents, minutes. */
    WHOLE_BALANCES,
    /** Vouchers with neighbouring numbers, of different households, at one till within the hour: number, first, last. */
    SERIAL_ORDER,
    /** Purchases while the shop is closed: number, cents. */
    AFTER_HOURS,
    /** One device is a till of several shops: shops. */
    SHARED_DEVICE,
    /** A household registered at the shop's address spends there: vouchers, cents, percent of what it was given. */
    SHOP_HOUSEHOLD,
    /** Wrong typed codes in several shops at the same time: shops, codes. */
    CODE_GUESSING;

    /** The name in the database and in texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a code. */
    public static SignalKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
