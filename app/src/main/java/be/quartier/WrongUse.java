package be.quartier;

/** A command was called in a way it does not understand; the message says how to call it. */
final class WrongUse extends RuntimeException {

    WrongUse(String sentence) {
        super(sentence);
    }
}
