package be.quartier.messaging;

import java.util.Locale;

/** Where a message stands. */
public enum MessageState {
    /** Waits for its first attempt. */
    CREATED,
    /** A node is handing it over. */
    SENDING,
    /** The provider took it. */
    SENT,
    /** The provider could not take it now; it is tried again. */
    FAILED_TEMPORARY,
    /** It will not be tried again. */
    FAILED_PERMANENT,
    /** The connection or the node went away in the middle: it may or may not have left; tried again under the same id. */
    UNKNOWN;

    /** The name in addresses and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of a code. */
    public static MessageState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
