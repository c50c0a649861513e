package be.quartier.money;

/** The check that Belgian identifiers share. */
final class Mod97 {

    private Mod97() {}

    /** The number written by these digits, modulo 97; any length. */
    static int of(CharSequence digits) {
        int rest = 0;
        for (int i = 0; i < digits.length(); i++) {
            rest = (rest * 10 + (digits.charAt(i) - '0')) % 97;
        }
        return rest;
    }

    /** Whether the text is made of ASCII digits only, and of at least one. */
    static boolean digitsOnly(CharSequence text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The text without what people put between digits: blanks of any kind, points, dashes, slashes. */
    static String withoutSeparators(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .filter(c -> "./-–‑\u200b\ufeff".indexOf(c) < 0)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
