package be.quartier.paper;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/** Compares texts as people do: digits by their value, letters without case or accents. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        String a = folded(left);
        String b = folded(right);
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int order;
            if (digit(a, i) && digit(b, j)) {
                int endA = end(a, i);
                int endB = end(b, j);
                String numberA = a.substring(i, endA).replaceFirst("^0+(?=.)", "");
                String numberB = b.substring(j, endB).replaceFirst("^0+(?=.)", "");
                order = numberA.length() == numberB.length()
                        ? numberA.compareTo(numberB)
                        : Integer.compare(numberA.length(), numberB.length());
                i = endA;
                j = endB;
            } else {
                order = Character.compare(a.charAt(i++), b.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    /** Upper case without accents. */
    static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
    }

    private static boolean digit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && digit(text, at)) {
            at++;
        }
        return at;
    }
}
