package be.quartier.shop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an order comes: the ways by which a merchant may take orders. */
public enum OrderSource {
    /** The customer places it in the shared shop. */
    WEB,
    /** The customer calls. */
    PHONE,
    /** The customer writes, by Messenger or the like. */
    MESSENGER,
    /** The customer stands at the counter. */
    COUNTER;

    /** Those that somebody else types. */
    public static final List<OrderSource> TYPED = List.of(PHONE, MESSENGER, COUNTER);

    /** The name in rows, forms and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source of a name. */
    public static Optional<OrderSource> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
