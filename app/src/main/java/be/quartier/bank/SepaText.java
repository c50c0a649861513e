package be.quartier.bank;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Text in the characters every SEPA bank accepts: letters without accents, digits, {@code / - ? : ( ) . , ' +} and blank.
 *
 * <p>We transliterate ourselves rather than leave it to the bank, because the name in the file must match the account holder's for
 * verification of payee (source of the table: EPC217-08, best practices for character sets).
 */
public final class SepaText {

    private static final String ALLOWED = "/-?:().,'+ ";

    /** Pairs "from to", blank-separated; what has no pair loses its accents, and what is then still foreign becomes a point. */
    private static final String TABLE =
            "ß ss ẞ SS æ ae Æ AE œ oe Œ OE ø o Ø O ł l Ł L đ d Đ D ð d Ð D þ th Þ TH ı i ħ h Ħ H ŋ n Ŋ N & + _ - – - —"
                    + " - ‐ - ‑ - − - ~ - ; , ‘ ' ’ ' ‚ , ` ' ´ ' “ ' ” ' „ ' \" ' « ' » ' ‹ ' › ' [ ( ] ) { ( } ) \\ / |"
                    + " / … ... € EUR № No º o ª a α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ"
                    + " s ς s τ t υ y φ f χ ch ψ ps ω o а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р"
                    + " r с s т t у u ф f х h ц ts ч ch ш sh щ sht ъ a ь y ы y э e ю yu я ya і i ї yi є ye ё yo";

    private static final Map<Integer, String> PAIRS = pairs();

    private SepaText() {}

    /**
     * The text in SEPA characters, blanks collapsed, no slash at either end and never two in a row, cut to this length.
     *
     * @return possibly empty: the caller decides whether an empty text is acceptable
     */
    public static String of(String text, int longest) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> append(plain, c));
        String tidy = trim(plain.toString().replaceAll(" +", " ").replaceAll("/{2,}", "/"));
        return tidy.length() <= longest ? tidy : trim(tidy.substring(0, longest));
    }

    /** Whether every character may stand in a SEPA file as it is. */
    public static boolean isPlain(String text) {
        return text.chars().allMatch(SepaText::allowed);
    }

    /** Whether the text can be a reference: 1 to 35 plain characters, no slash at either end, never two in a row. */
    public static boolean isReference(String text) {
        return !text.isBlank()
                && text.length() <= 35
                && isPlain(text)
                && text.equals(text.strip())
                && !text.startsWith("/")
                && !text.endsWith("/")
                && !text.contains("//");
    }

    private static String trim(String text) {
        return text.replaceAll("^[ /]+|[ /]+$", "");
    }

    private static void append(StringBuilder plain, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            plain.append(' ');
        } else if (allowed(c)) {
            plain.appendCodePoint(c);
        } else if (PAIRS.containsKey(c)) {
            plain.append(PAIRS.get(c));
        } else {
            appendWithoutAccents(plain, c);
        }
    }

    private static void appendWithoutAccents(StringBuilder plain, int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK || Character.isISOControl(c)) {
            return;
        }
        String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        int base = apart.codePointAt(0);
        if (allowed(base)) {
            plain.appendCodePoint(base);
        } else {
            plain.append(PAIRS.getOrDefault(base, "."));
        }
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }

    private static Map<Integer, String> pairs() {
        Map<Integer, String> pairs = new HashMap<>();
        var words = new StringTokenizer(TABLE);
        while (words.hasMoreTokens()) {
            int small = words.nextToken().codePointAt(0);
            String to = words.nextToken();
            pairs.put(small, to);
            int large = Character.toUpperCase(small);
            if (large != small) {
                pairs.putIfAbsent(large, Character.toUpperCase(to.charAt(0)) + to.substring(1));
            }
        }
        return Map.copyOf(pairs);
    }
}
