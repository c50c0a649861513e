package be.quartier.messaging.mail;

import org.springframework.core.env.Environment;

/**
 * How mail leaves: {@code quartier.mail.host}, {@code .port} (587), {@code .user}, {@code .password}, {@code .tls} ({@code
 * required}, {@code implicit} or {@code none}) and {@code .from}.
 *
 * @param host empty where no server is set up
 * @param from the address every mail comes from; its domain also ends every Message-ID
 */
public record MailSettings(String host, int port, String user, String password, Tls tls, String from) {

    /** How the connection is protected. */
    public enum Tls {
        /** STARTTLS or nothing is sent. */
        REQUIRED,
        /** TLS from the first byte. */
        IMPLICIT,
        /** None: only for a server on the same machine. */
        NONE
    }

    /** Reads the settings. */
    public static MailSettings read(Environment environment) {
        return new MailSettings(
                environment.getProperty("quartier.mail.host", ""),
                environment.getProperty("quartier.mail.port", Integer.class, 587),
                environment.getProperty("quartier.mail.user", ""),
                environment.getProperty("quartier.mail.password", ""),
                environment.getProperty("quartier.mail.tls", Tls.class, Tls.REQUIRED),
                environment.getProperty("quartier.mail.from", "quartier@localhost"));
    }

    /** Whether a server is named. */
    public boolean configured() {
        return !host.isBlank();
    }

    /** The part after the @ of {@link #from}. */
    public String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + tls + ", from " + from + "]";
    }
}
