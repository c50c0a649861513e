package be.quartier.pages;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts, numbers, days and hours as each language of Belgium writes them; days are those of Brussels. */
public final class Formats {

    private static final char NO_BREAK = '\u00a0';

    private final Language language;
    private final Locale locale;

    private Formats(Language language) {
        this.language = language;
        this.locale = language.locale();
    }

    /** The formats of a language. */
    public static Formats of(Language language) {
        return new Formats(language);
    }

    /** An amount in euros with its cents: 12,50 €, € 12,50 or €12.50. */
    public String euros(long cents) {
        String sign = cents < 0 ? "\u2212" : "";
        long absolute = Math.absExact(cents);
        char decimal = language == Language.EN ? '.' : ',';
        String amount = grouped(absolute / 100) + decimal + twoDigits(absolute % 100);
        return switch (language) {
            case FR, DE -> sign + amount + NO_BREAK + "€";
            case NL -> sign + "€" + NO_BREAK + amount;
            case EN -> sign + "€" + amount;
        };
    }

    /** An amount as it is typed into a field: 12,50 or 12.50, without grouping or sign of the euro. */
    public String typed(long cents) {
        char decimal = language == Language.EN ? '.' : ',';
        return cents / 100 + String.valueOf(decimal) + twoDigits(Math.abs(cents % 100));
    }

    /** A count, grouped by thousands; a year is not one: pass it as text. */
    public String number(long number) {
        return (number < 0 ? "\u2212" : "") + grouped(Math.absExact(number));
    }

    /** A share of a whole in whole per cent, rounded half up; "–" when there is no whole. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        long percent = Math.floorDiv(200 * part + whole, 2 * whole);
        return language == Language.EN ? percent + "%" : percent + String.valueOf(NO_BREAK) + "%";
    }

    /** A day in words: 23 novembre 2026. */
    public String date(LocalDate day) {
        return dayOfMonth(day) + day.format(DateTimeFormatter.ofPattern("MMMM uuuu", locale));
    }

    /** A day in words with its weekday: lundi 23 novembre 2026. */
    public String longDate(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(language == Language.DE ? "EEEE, " : "EEEE ", locale))
                + date(day);
    }

    /** The month of a day: novembre 2026. */
    public String month(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("MMMM uuuu", locale));
    }

    /** A day in figures, for tables: 23/11/2026 (23.11.2026 in German). */
    public String shortDate(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(language == Language.DE ? "dd.MM.uuuu" : "dd/MM/uuuu"));
    }

    /** The hour: 14:05. */
    public String time(Instant instant) {
        return time(instant.atZone(Brussels.ZONE).toLocalTime());
    }

    /** The hour: 14:05. */
    public String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    /** A day in words and the hour: 23 novembre 2026, 14:05. */
    public String dateTime(Instant instant) {
        ZonedDateTime here = instant.atZone(Brussels.ZONE);
        return date(here.toLocalDate()) + ", " + time(instant);
    }

    private String dayOfMonth(LocalDate day) {
        return switch (language) {
            case FR -> day.getDayOfMonth() == 1 ? "1er" + NO_BREAK : day.getDayOfMonth() + String.valueOf(NO_BREAK);
            case DE -> day.getDayOfMonth() + "." + NO_BREAK;
            case NL, EN -> day.getDayOfMonth() + String.valueOf(NO_BREAK);
        };
    }

    private String grouped(long number) {
        String digits = Long.toString(number);
        String separator = switch (language) {
            case FR -> "\u00a0";
            case NL, DE -> ".";
            case EN -> ",";
        };
        var grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(separator);
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }

    private static String twoDigits(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
