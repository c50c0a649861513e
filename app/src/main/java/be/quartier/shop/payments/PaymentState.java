package be.quartier.shop.payments;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where one try to pay stands, in the provider's words; {@code WANTED} is ours. */
public enum PaymentState {
    /** The provider has not been told, or did not answer. */
    WANTED,
    /** The customer can pay. */
    OPEN,
    /** The customer has done what is theirs; the bank takes its time. */
    PENDING,
    /** Set aside at the customer's bank. */
    AUTHORIZED,
    /** The merchant has it. */
    PAID,
    /** It did not work. */
    FAILED,
    /** The customer gave up. */
    CANCELED,
    /** The customer let the time pass. */
    EXPIRED;

    /** The name in rows, texts and on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a name; empty for one that is not known. */
    public static Optional<PaymentState> of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Whether the customer can pay at the address given. */
    public boolean payable() {
        return this == WANTED || this == OPEN;
    }

    /** Whether nothing more is expected of it. */
    public boolean ended() {
        return switch (this) {
            case PAID, FAILED, CANCELED, EXPIRED -> true;
            case WANTED, OPEN, PENDING, AUTHORIZED -> false;
        };
    }

    /** Whether it ended without money. */
    public boolean lost() {
        return ended() && this != PAID;
    }
}
