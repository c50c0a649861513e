package be.quartier.paper;

import be.quartier.commune.Language;

/** The commune's own words leave no room for the voucher below them. */
public final class LetterTooLong extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Language language;
    private final int millimetres;

    LetterTooLong(Language language, int millimetres) {
        super("The message of the letter is " + millimetres + " mm too long in " + language);
        this.language = language;
        this.millimetres = millimetres;
    }

    /** In which language. */
    public Language language() {
        return language;
    }

    /** How much must go. */
    public int millimetres() {
        return millimetres;
    }
}
