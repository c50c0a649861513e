package be.quartier.vouchers;

import java.util.Locale;

/**
 * What a shop scans or types to name a voucher (the <em>bon</em>): the token of the QR code, or the code printed beside it.
 * Neither is ever logged: {@code toString} shows nothing of it.
 */
public sealed interface VoucherCode {

    /** Characters of a token: 130 bits. */
    int TOKEN_LENGTH = 26;

    /** Characters of a typed code, its two check characters included. */
    int TYPED_LENGTH = 12;

    /** Longest text that is looked at. */
    int TEXT_LENGTH_MAX = 300;

    /**
     * The secret of the QR code.
     *
     * @param text 26 characters of Crockford's base32
     */
    record Token(String text) implements VoucherCode {

        /** Checks the shape. */
        public Token {
            if (text.length() != TOKEN_LENGTH || !text.chars().allMatch(c -> Crockford.ALPHABET.indexOf(c) >= 0)) {
                throw new IllegalArgumentException("Not a token");
            }
        }

        @Override
        public String toString() {
            return "a scanned token";
        }
    }

    /**
     * The code for typing, its check characters right.
     *
     * @param text 12 characters of Crockford's base32, without hyphens
     */
    record Typed(String text) implements VoucherCode {

        /** Checks the shape and the check characters. */
        public Typed {
            if (text.length() != TYPED_LENGTH || !Crockford.checks(text)) {
                throw new IllegalArgumentException("Not a typed code");
            }
        }

        /** As it is printed: three groups of four. */
        public String printed() {
            return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
        }

        @Override
        public String toString() {
            return "a typed code";
        }
    }

    /**
     * Neither of the two.
     *
     * @param flaw what is wrong with the text
     */
    record Unreadable(Flaw flaw) implements VoucherCode {}

    /** Why a text names no voucher. */
    enum Flaw {
        /** Nothing was given. */
        EMPTY,
        /** More text than any QR code of ours holds. */
        TOO_LONG,
        /** A character that no code contains, such as U, a full-width digit or an emoji. */
        FOREIGN_CHARACTER,
        /** An address that is not a voucher's. */
        OTHER_ADDRESS,
        /** Neither 26 nor 12 characters. */
        WRONG_LENGTH,
        /** Twelve characters with a typing error. */
        CHECK_FAILED
    }

    /**
     * Reads what was scanned or typed: the whole address of the QR code, the bare token, or the typed code with or without
     * hyphens and spaces. Lower case is folded, O is read as 0, I and L as 1.
     */
    static VoucherCode parse(String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            return new Unreadable(Flaw.TOO_LONG);
        }
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return new Unreadable(Flaw.EMPTY);
        }
        String upper = trimmed.toUpperCase(Locale.ROOT);
        if (upper.startsWith("HTTPS://") || upper.startsWith("HTTP://")) {
            return ofAddress(trimmed);
        }
        return ofSecret(trimmed);
    }

    private static VoucherCode ofAddress(String address) {
        String path = address.substring(address.indexOf("//") + 2);
        String[] parts = path.split("/", -1);
        boolean ours =
                parts.length == 4 && !parts[0].isEmpty() && !parts[1].isEmpty() && parts[2].equalsIgnoreCase("b");
        if (!ours) {
            return new Unreadable(Flaw.OTHER_ADDRESS);
        }
        return ofSecret(parts[3]) instanceof Token token ? token : new Unreadable(Flaw.OTHER_ADDRESS);
    }

    private static VoucherCode ofSecret(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '-' || character == ' ') {
                continue;
            }
            char known = fold(character);
            if (Crockford.ALPHABET.indexOf(known) < 0) {
                return new Unreadable(Flaw.FOREIGN_CHARACTER);
            }
            folded.append(known);
        }
        String secret = folded.toString();
        return switch (secret.length()) {
            case TOKEN_LENGTH -> new Token(secret);
            case TYPED_LENGTH -> Crockford.checks(secret) ? new Typed(secret) : new Unreadable(Flaw.CHECK_FAILED);
            default -> new Unreadable(Flaw.WRONG_LENGTH);
        };
    }

    // ASCII alone: Character.toUpperCase would fold letters of other scripts onto ours.
    private static char fold(char character) {
        char upper = character >= 'a' && character <= 'z' ? (char) (character - 'a' + 'A') : character;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }
}
