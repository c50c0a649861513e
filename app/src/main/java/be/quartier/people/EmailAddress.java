package be.quartier.people;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as sign-in compares it: without surrounding space, all lower case, the domain in its ASCII form.
 * Printing it shows nothing of it.
 *
 * @param value at most 254 characters, no control character, one {@code @}
 */
public record EmailAddress(String value) {

    private static final int LENGTH_MAX = 254;
    private static final Pattern FORM =
            Pattern.compile("[^@\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\]{1,64}@([^@\\s\\p{Cntrl}]+)");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** Checks what {@link #of} gives. */
    public EmailAddress {
        if (value.length() > LENGTH_MAX || value.indexOf('@') < 1) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The address somebody typed; empty when it cannot be one. */
    public static Optional<EmailAddress> of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        var form = FORM.matcher(text);
        if (text.length() > LENGTH_MAX || !form.matches()) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(form.group(1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            String whole = text.substring(0, text.indexOf('@') + 1) + domain;
            return DOMAIN.matcher(domain).matches() && whole.length() <= LENGTH_MAX
                    ? Optional.of(new EmailAddress(whole))
                    : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** Enough to recognise one's own address and no more: {@code m…@example.be}. */
    public String hint() {
        return value.charAt(0) + "…" + value.substring(value.indexOf('@'));
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
