package be.quartier.shop.front;

import java.util.LinkedHashSet;
import java.util.Set;

/** Every word one slip of the fingers away: a letter too few, too many, wrong, or two the wrong way round. */
final class Slips {

    private static final int SHORTEST = 3;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Slips() {}

    /** None for a word too short to tell. */
    static Set<String> of(String word) {
        Set<String> near = new LinkedHashSet<>();
        if (word.length() < SHORTEST) {
            return near;
        }
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String rest = word.substring(i);
            if (!rest.isEmpty()) {
                near.add(before + rest.substring(1));
            }
            if (rest.length() > 1) {
                near.add(before + rest.charAt(1) + rest.charAt(0) + rest.substring(2));
            }
            for (int at = 0; at < LETTERS.length(); at++) {
                char letter = LETTERS.charAt(at);
                near.add(before + letter + rest);
                if (!rest.isEmpty()) {
                    near.add(before + letter + rest.substring(1));
                }
            }
        }
        near.remove(word);
        return near;
    }
}
