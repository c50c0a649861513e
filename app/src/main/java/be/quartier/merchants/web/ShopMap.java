package be.quartier.merchants.web;

import be.quartier.merchants.Establishment;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the shops are, drawn by position alone: no tiles, nobody else is asked.
 *
 * @param width of the drawing in its own units
 * @param height of the drawing
 */
public record ShopMap(List<Dot> dots, int width, int height) {

    private static final int WIDTH = 600;
    private static final int MARGIN = 24;

    /** A dot that moved less still covers its place. */
    private static final double LINE_FROM = 8;

    /**
     * A shop on the map; the number is that of the list beside it.
     *
     * @param x where the dot is drawn: beside its neighbours' where they would cover each other
     * @param homeX where the shop is; a line leads there when the dot had to move
     * @param moved whether it had to
     */
    public record Dot(int number, String name, String x, String y, String homeX, String homeY, boolean moved) {}

    private record Spot(int number, String name, Position position) {}

    /** The map of those shops of the list, numbered from 1, whose position is known. */
    static ShopMap of(List<Merchant> merchants) {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < merchants.size(); i++) {
            int number = i + 1;
            for (Establishment shop : merchants.get(i).establishments()) {
                shop.place()
                        .position()
                        .ifPresent(at -> spots.add(new Spot(number, shop.place().name(), at)));
            }
        }
        if (spots.isEmpty()) {
            return new ShopMap(List.of(), WIDTH, WIDTH / 2);
        }
        double south =
                spots.stream().mapToDouble(s -> s.position().latitude()).min().orElse(0);
        double north =
                spots.stream().mapToDouble(s -> s.position().latitude()).max().orElse(0);
        double west =
                spots.stream().mapToDouble(s -> s.position().longitude()).min().orElse(0);
        double east =
                spots.stream().mapToDouble(s -> s.position().longitude()).max().orElse(0);
        double squeeze = Math.cos(Math.toRadians((south + north) / 2));
        double scale = (WIDTH - 2.0 * MARGIN) / Math.max((east - west) * squeeze, 0.002);
        int height = (int) Math.clamp((north - south) * scale + 2 * MARGIN, 160, 900);
        double vertical = Math.min(scale, (height - 2.0 * MARGIN) / Math.max(north - south, 0.0001));
        double[][] homes = new double[spots.size()][];
        for (int i = 0; i < homes.length; i++) {
            Position home = spots.get(i).position();
            homes[i] = new double[] {
                MARGIN + (home.longitude() - west) * squeeze * scale, MARGIN + (north - home.latitude()) * vertical
            };
        }
        double[][] places = SpreadDots.apart(homes, WIDTH, height, MARGIN);
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < homes.length; i++) {
            double way = Math.hypot(places[i][0] - homes[i][0], places[i][1] - homes[i][1]);
            dots.add(new Dot(
                    spots.get(i).number(),
                    spots.get(i).name(),
                    at(places[i][0]),
                    at(places[i][1]),
                    at(homes[i][0]),
                    at(homes[i][1]),
                    way > LINE_FROM));
        }
        return new ShopMap(List.copyOf(dots), WIDTH, height);
    }

    private static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
