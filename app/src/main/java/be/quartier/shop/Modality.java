package be.quartier.shop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way in which one merchant is paid for its part of an order; the money goes straight to the merchant. */
public enum Modality {
    /** A transfer to its approved account, by the QR code that banking applications read. */
    TRANSFER,
    /** The commune's voucher. */
    VOUCHER,
    /** Cash or card when the goods are fetched. */
    AT_PICKUP,
    /** Cash or card when the goods are brought. */
    AT_DOOR,
    /** The merchant's own payment page. */
    LINK,
    /** A payment provider with the merchant's own key. */
    ONLINE;

    /** What a merchant can choose from on its page, in the order shown. */
    public static final List<Modality> OFFERED = List.of(TRANSFER, ONLINE, VOUCHER, AT_PICKUP, AT_DOOR, LINK);

    /** The name in rows, in addresses and in the API, such as {@code at-pickup}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The modality of a name. */
    public static Optional<Modality> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Whether it can pay for goods that are brought, or fetched. */
    public boolean fits(boolean brought) {
        return switch (this) {
            case TRANSFER, VOUCHER, LINK, ONLINE -> true;
            case AT_PICKUP -> !brought;
            case AT_DOOR -> brought;
        };
    }
}
