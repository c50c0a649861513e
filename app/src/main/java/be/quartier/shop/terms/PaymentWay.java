package be.quartier.shop.terms;

import be.quartier.shop.Modality;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * One way a merchant lets itself be paid.
 *
 * @param detail the address of the merchant's own payment page for {@link Modality#LINK}; empty for every other
 */
public record PaymentWay(Modality modality, String detail) {

    /** Longest address of a payment page. */
    public static final int DETAIL_MAX = 500;

    /** A way that needs nothing more to be said. */
    public static PaymentWay of(Modality modality) {
        return new PaymentWay(modality, "");
    }

    /** Whether a text is an address a buyer can be sent to: absolute, over https, with a host and without a user name. */
    public static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return text.length() <= DETAIL_MAX
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getHost().contains(".")
                    && address.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
