package be.quartier.shop.payments;

import java.util.Optional;
import java.util.regex.Pattern;

/** A merchant's key at its provider: a secret, which no log and no page shows. */
public record ApiKey(String text) {

    private static final Pattern SHAPE = Pattern.compile("(live|test)_[A-Za-z0-9]{30,80}");
    private static final int SHOWN = 4;

    /** The key of what was pasted, blanks around it left out; empty when no provider gives such a key. */
    public static Optional<ApiKey> of(String pasted) {
        String text = pasted.strip();
        return SHAPE.matcher(text).matches() ? Optional.of(new ApiKey(text)) : Optional.empty();
    }

    /** Whether it moves no money. */
    public boolean test() {
        return text.startsWith("test_");
    }

    /** What of it may be shown. */
    public String lastFour() {
        return text.substring(text.length() - SHOWN);
    }

    @Override
    public String toString() {
        return "ApiKey[…" + lastFour() + "]";
    }
}
