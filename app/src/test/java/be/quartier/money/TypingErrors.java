package be.quartier.money;

import java.util.ArrayList;
import java.util.List;

/** The two mistakes people make most when they copy digits. */
final class TypingErrors {

    private TypingErrors() {}

    /** Every text that differs from this one in exactly one digit. */
    static List<String> oneDigitWrong(String digits) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < digits.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                if (Character.isDigit(digits.charAt(i)) && c != digits.charAt(i)) {
                    wrong.add(digits.substring(0, i) + c + digits.substring(i + 1));
                }
            }
        }
        return wrong;
    }

    /** Every text that differs from this one by two neighbours swapped. */
    static List<String> neighboursSwapped(String digits) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i + 1 < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(i + 1)) {
                wrong.add(digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2));
            }
        }
        return wrong;
    }

    /** Both kinds together. */
    static List<String> all(String digits) {
        List<String> wrong = oneDigitWrong(digits);
        wrong.addAll(neighboursSwapped(digits));
        return wrong;
    }
}
