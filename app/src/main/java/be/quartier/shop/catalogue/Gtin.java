package be.quartier.shop.catalogue;

/** Bar codes: GTIN-8, GTIN-12, GTIN-13 and GTIN-14 with the check digit of GS1. */
public final class Gtin {

    private Gtin() {}

    /** Whether this is a bar code whose check digit is right. */
    public static boolean valid(String digits) {
        if (!digits.matches("\\d{8}|\\d{12,14}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int fromRight = digits.length() - 1 - i;
            sum += (digits.charAt(i) - '0') * (fromRight % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
