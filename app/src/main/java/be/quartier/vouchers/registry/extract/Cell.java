package be.quartier.vouchers.registry.extract;

/** What a field holds once the traces of spreadsheets and fixed-width files are gone. */
final class Cell {

    private Cell() {}

    /** Without control characters, doubled blanks, a leading apostrophe, or the {@code ="…"} of a spreadsheet. */
    static String clean(String field) {
        String text = field;
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            text = text.substring(2, text.length() - 1);
        } else if (text.startsWith("'")) {
            text = text.substring(1);
        }
        return plain(text) ? text : squeezed(text);
    }

    private static boolean plain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7f && c <= 0xa0) || (c == ' ' && blank) || c >= 0x2000) {
                return false;
            }
            blank = c == ' ';
        }
        return text.isEmpty() || !blank;
    }

    private static String squeezed(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean gap = Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (gap && !clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            } else if (!gap && Character.getType(c) != Character.FORMAT) {
                clean.append(c == '\u2019' ? '\'' : c);
            }
        }
        return clean.toString().strip();
    }
}
