package be.quartier.installation;

import org.springframework.core.env.Environment;

/** Where people find this installation: what letters, mails and codes point to. */
public final class PublicAddress {

    private PublicAddress() {}

    /** The operator's {@code --base-url}, or this machine at the port it serves on; without a slash at its end. */
    public static String of(Environment environment) {
        String port = environment.getProperty("server.port", "8080");
        String address = environment.getProperty("quartier.base-url", "http://localhost:" + port);
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
