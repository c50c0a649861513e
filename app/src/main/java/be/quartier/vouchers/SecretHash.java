package be.quartier.vouchers;

import java.util.HexFormat;

/**
 * The keyed hash under which the database knows a token or a typed code. Never printed.
 *
 * @param hex 32 lower-case digits
 */
public record SecretHash(String hex) {

    /** The hash with these 16 bytes. */
    public static SecretHash of(byte[] bytes) {
        return new SecretHash(HexFormat.of().formatHex(bytes));
    }

    /** The 16 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "SecretHash[hidden]";
    }
}
