package be.quartier.money;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * An exact amount of euro, counted in cents; may be negative (a refund, a debt).
 *
 * <p>Invariant: arithmetic is exact; what does not fit throws {@link ArithmeticException} and never wraps around.
 *
 * @param value the number of cents
 */
public record Cents(long value) implements Comparable<Cents> {

    /** No money. */
    public static final Cents ZERO = new Cents(0);

    /** The largest amount that {@link #parse} takes, 999 999 999,99 euro: what one SEPA transfer can carry. */
    public static final Cents LARGEST_PARSED = new Cents(99_999_999_999L);

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,15})(?:[.,](\\d{1,2}))?");
    private static final Pattern GROUPED =
            Pattern.compile("(\\d{1,3}(?: \\d{3}){1,4}|\\d{1,3}(?:\\.\\d{3}){1,4}(?=,)|\\d{1,3}(?:,\\d{3}){1,4}(?=\\.))"
                    + "(?:[.,](\\d{1,2}))?");
    private static final Pattern AMBIGUOUS = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");

    /** That many cents. */
    public static Cents of(long cents) {
        return new Cents(cents);
    }

    /** That many whole euro. */
    public static Cents ofEuros(long euros) {
        return new Cents(Math.multiplyExact(euros, 100L));
    }

    /**
     * Reads an amount as people in Belgium type it: {@code 12,50}, {@code 12.50}, {@code 12}, {@code 12,5}, with or without a euro
     * sign, thousands apart by blanks ({@code 1 250,00}) or by the other sign ({@code 1.250,00}).
     *
     * <p>Refuses what has two readings ({@code 1.250}) rather than guess, anything below zero and above {@link #LARGEST_PARSED}.
     */
    public static Parsed<Cents> parse(String text) {
        String typed = text.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ").strip();
        typed = typed.replaceAll("(?i)^(?:€|eur)\\s?|\\s?(?:€|eur)$", "");
        if (typed.isEmpty()) {
            return new Parsed.Invalid<>(Flaw.CENTS_EMPTY);
        }
        if (typed.matches("[-−–]\\s?\\d.*")) {
            return new Parsed.Invalid<>(Flaw.CENTS_NEGATIVE);
        }
        if (AMBIGUOUS.matcher(typed).matches()) {
            return new Parsed.Invalid<>(Flaw.CENTS_AMBIGUOUS);
        }
        var plain = PLAIN.matcher(typed);
        var grouped = GROUPED.matcher(typed);
        var match = plain.matches() ? plain : grouped.matches() ? grouped : null;
        if (match == null) {
            return new Parsed.Invalid<>(
                    typed.matches("\\d{16,}(?:[.,]\\d{1,2})?") ? Flaw.CENTS_TOO_LARGE : Flaw.CENTS_UNREADABLE);
        }
        long euros = Long.parseLong(match.group(1).replaceAll("[ .,]", ""));
        String decimals = match.group(2) == null ? "00" : (match.group(2) + "0").substring(0, 2);
        if (euros > LARGEST_PARSED.value / 100) {
            return new Parsed.Invalid<>(Flaw.CENTS_TOO_LARGE);
        }
        return new Parsed.Valid<>(new Cents(euros * 100 + Long.parseLong(decimals)));
    }

    /** The exact sum of all amounts; zero for none. */
    public static Cents sum(Collection<Cents> amounts) {
        Cents total = ZERO;
        for (Cents amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    /** This and the other amount together. */
    public Cents plus(Cents other) {
        return new Cents(Math.addExact(value, other.value));
    }

    /** This amount less the other one; may become negative. */
    public Cents minus(Cents other) {
        return new Cents(Math.subtractExact(value, other.value));
    }

    /** This amount that many times. */
    public Cents times(long count) {
        return new Cents(Math.multiplyExact(value, count));
    }

    /** The same amount with the other sign. */
    public Cents negated() {
        return new Cents(Math.negateExact(value));
    }

    /** The smaller of both. */
    public Cents min(Cents other) {
        return value <= other.value ? this : other;
    }

    /** Above zero. */
    public boolean isPositive() {
        return value > 0;
    }

    /** Below zero. */
    public boolean isNegative() {
        return value < 0;
    }

    /** Neither above nor below zero. */
    public boolean isZero() {
        return value == 0;
    }

    /** The amount in euro with a point and exactly two decimals, as files and machines want it: {@code 12.50}. */
    public String plain() {
        return BigDecimal.valueOf(value, 2).toPlainString();
    }

    @Override
    public int compareTo(Cents other) {
        return Long.compare(value, other.value);
    }

    /** For logs and tests, {@code EUR 12.50}; pages format amounts in the reader's language. */
    @Override
    public String toString() {
        return "EUR " + plain();
    }
}
