package be.quartier.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to a person. */
public enum Channel {
    /** Electronic mail. */
    MAIL,
    /** Text message of a mobile phone. */
    SMS,
    /** WhatsApp. */
    WHATSAPP,
    /** Paper. */
    LETTER;

    /** The name in addresses and in the database: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of a code, in any case. */
    public static Optional<Channel> of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
