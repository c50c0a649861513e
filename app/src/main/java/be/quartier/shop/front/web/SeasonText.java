package be.quartier.shop.front.web;

import be.quartier.commune.Language;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;

/** The days of a season in words. */
public final class SeasonText {

    private SeasonText() {}

    /** A day of any year: 1er mai, 1 mei, 1. Mai, 1 May. */
    public static String day(MonthDay day, Language language) {
        String ordinal = switch (language) {
            case FR -> day.getDayOfMonth() == 1 ? "1er " : day.getDayOfMonth() + " ";
            case DE -> day.getDayOfMonth() + ". ";
            case NL, EN -> day.getDayOfMonth() + " ";
        };
        return ordinal + day.format(DateTimeFormatter.ofPattern("MMMM", language.locale()));
    }
}
