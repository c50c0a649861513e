package be.quartier.vouchers;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Receipt numbers, short enough to read aloud. */
public final class Receipt {

    private static final int LENGTH = 12;

    private Receipt() {}

    /** The number of a spend or refund: the first sixty bits of its id, as {@code XXXX-XXXX-XXXX}. */
    public static String number(UUID id) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        String text = Crockford.encode(bytes, LENGTH);
        return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
    }
}
