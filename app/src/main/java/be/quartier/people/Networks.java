package be.quartier.people;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network an address is in, as limits and logs count it: 24 bits of an IPv4 address, 56 bits of an IPv6 one. */
public final class Networks {

    private Networks() {}

    /** A short name of the network; the text itself when it is not an address. */
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            byte[] bytes = parsed.getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, parsed instanceof Inet4Address ? 3 : 7));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
