package be.quartier.shop.terms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How one merchant is paid for its part of an order; the money always goes straight to the merchant. */
public enum Modality {
    /** By bank transfer on the merchant's approved account, with a payment QR code. */
    TRANSFER,
    /** With the commune's vouchers. */
    VOUCHER,
    /** Cash or card when the goods are picked up. */
    AT_PICKUP,
    /** Cash or card when the goods are brought. */
    AT_DOOR,
    /** On the merchant's own payment page. */
    LINK,
    /** Through a payment provider, under the merchant's own contract with it. */
    ONLINE;

    /** What a merchant can choose from on its page, in the order shown. */
    public static final List<Modality> OFFERED = List.of(TRANSFER, VOUCHER, AT_PICKUP, AT_DOOR, LINK);

    /** The name in the database, in addresses and in the API, such as {@code at-pickup}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The modality of a code. */
    public static Optional<Modality> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
