package be.quartier.messaging;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** To whom a message goes; the kind of address decides the channel. */
public sealed interface Recipient {

    /** The way to this recipient. */
    Channel channel();

    /** The address as one text, the same for the same recipient. */
    String address();

    /** A mail address; kept in lower case. */
    record Mail(String address) implements Recipient {

        private static final int LENGTH_MAX = 254;
        private static final Pattern SHAPE =
                Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*");

        /** Refuses what cannot be a mail address; see {@link #valid}. */
        public Mail {
            address = address.strip().toLowerCase(Locale.ROOT);
            if (!valid(address)) {
                throw new IllegalArgumentException("not a mail address");
            }
        }

        /** Whether a text can be a mail address: one @, a domain, nothing that could break out of a header. */
        public static boolean valid(String text) {
            String address = text.strip().toLowerCase(Locale.ROOT);
            return address.length() <= LENGTH_MAX && SHAPE.matcher(address).matches();
        }

        @Override
        public Channel channel() {
            return Channel.MAIL;
        }
    }

    /** A mobile number in international form ({@code +32…}). */
    record Sms(String address) implements Recipient {

        private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

        /** Refuses what is not an E.164 number. */
        public Sms {
            if (!E164.matcher(address).matches()) {
                throw new IllegalArgumentException("not an international phone number");
            }
        }

        @Override
        public Channel channel() {
            return Channel.SMS;
        }
    }

    /** An account of WhatsApp: a number or the business-scoped id that may stand in its place. */
    record WhatsApp(String address) implements Recipient {

        /** Refuses an empty id. */
        public WhatsApp {
            if (address.isBlank()) {
                throw new IllegalArgumentException("a WhatsApp account has an id");
            }
        }

        @Override
        public Channel channel() {
            return Channel.WHATSAPP;
        }
    }

    /** The lines of an envelope. */
    record Post(List<String> lines) implements Recipient {

        /** Copies the lines; refuses none. */
        public Post {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("an envelope has an address");
            }
        }

        @Override
        public Channel channel() {
            return Channel.LETTER;
        }

        @Override
        public String address() {
            return String.join("\n", lines);
        }
    }
}
