package be.quartier.messaging;

/** What a provider did with a message. */
public sealed interface Carriage {

    /** Taken; {@code reference} is the provider's own word for it. */
    record Taken(String reference) implements Carriage {}

    /** Not now: nothing left, try again. */
    record NotNow(String reason) implements Carriage {}

    /** Never: nothing left, do not try again. */
    record Never(String reason) implements Carriage {}

    /** Nobody knows whether it left. */
    record Lost(String reason) implements Carriage {}
}
