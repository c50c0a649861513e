package be.quartier.merchants.web;

import be.quartier.merchants.Position;
import be.quartier.pages.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point on the map as a clerk types it: two numbers of degrees, with a point or a comma, or both pasted into the first. */
final class PositionText {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:[.,]\\d{1,12})?");

    /** Both with decimals, so that "50,4" alone is one number and not two. */
    private static final Pattern PAIR =
            Pattern.compile("(-?\\d{1,3}[.,]\\d{1,12})\\s*[,;\\s]\\s*(-?\\d{1,3}[.,]\\d{1,12})");

    /** Outermost points of Belgium, rounded outwards to a hundredth of a degree (some 700 m). */
    private static final double SOUTH = 49.49;

    private static final double NORTH = 51.51;
    private static final double WEST = 2.54;
    private static final double EAST = 6.41;

    private PositionText() {}

    /** The name of the field for the latitude of the shop at this place of the list, counted from 1. */
    static String latitude(int shop) {
        return "latitude" + shop;
    }

    /** The name of the field for the longitude. */
    static String longitude(int shop) {
        return "longitude" + shop;
    }

    /** Puts a position into its two fields. */
    static void write(Form form, int shop, Position position) {
        form.with(latitude(shop), degrees(position.latitude())).with(longitude(shop), degrees(position.longitude()));
    }

    /** The point typed; empty, with the reason at its field, when it is none or not in Belgium. */
    static Optional<Position> read(Form form, int shop) {
        String first = latitude(shop);
        String second = longitude(shop);
        Matcher pair = PAIR.matcher(form.text(first));
        if (!form.has(second) && pair.matches()) {
            form.with(second, pair.group(2)).with(first, pair.group(1));
        }
        Optional<Double> north = number(form, first, SOUTH, NORTH);
        Optional<Double> east = number(form, second, WEST, EAST);
        return north.flatMap(latitude -> east.map(longitude -> new Position(latitude, longitude)));
    }

    private static Optional<Double> number(Form form, String field, double least, double most) {
        if (!NUMBER.matcher(form.text(field)).matches()) {
            form.refuse(field, "merchants.position.wrong");
            return Optional.empty();
        }
        double value = Double.parseDouble(form.text(field).replace(',', '.'));
        if (value < least || value > most) {
            form.refuse(field, "merchants.position.outside", degrees(least), degrees(most));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static String degrees(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.replaceAll("0{1,4}$", "");
    }
}
