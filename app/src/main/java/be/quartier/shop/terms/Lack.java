package be.quartier.shop.terms;

import java.util.Locale;

/** Why a merchant cannot be paid in a way it would like. */
public enum Lack {
    /** No account of the merchant is approved. */
    ACCOUNT,
    /** The merchant takes no campaign's vouchers now. */
    VOUCHERS,
    /** There is no https address of a payment page. */
    ADDRESS,
    /** Goods cannot be fetched. */
    PICKUP,
    /** Goods are not brought. */
    DELIVERY,
    /** The merchant has no key of a payment provider that works. */
    PROVIDER;

    /** The name in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
