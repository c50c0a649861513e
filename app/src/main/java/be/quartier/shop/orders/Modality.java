package be.quartier.shop.orders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way in which a merchant lets itself be paid. */
public enum Modality {
    /** A transfer to its account, by the code that banking applications read. */
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

    /** The name in rows and in the API. */
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
            case TRANSFER, VOUCHER, LINK -> true;
            case AT_PICKUP -> !brought;
            case AT_DOOR -> brought;
            case ONLINE -> false;
        };
    }
}
