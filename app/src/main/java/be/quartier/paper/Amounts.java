package be.quartier.paper;

import be.quartier.pages.Formats;

/** Amounts as large print wants them. */
final class Amounts {

    private Amounts() {}

    /** The amount, without ",00" when it is whole. */
    static String brief(Formats formats, long cents) {
        String full = formats.euros(cents);
        return cents % 100 == 0 ? full.replaceFirst("[.,]00(?!\\d)", "") : full;
    }
}
