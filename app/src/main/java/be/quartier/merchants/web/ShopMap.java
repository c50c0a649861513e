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

    /** A shop on the map; the number is that of the list beside it. */
    public record Dot(int number, String name, String x, String y) {}

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
        List<Dot> dots = spots.stream()
                .map(spot -> new Dot(
                        spot.number(),
                        spot.name(),
                        at(MARGIN + (spot.position().longitude() - west) * squeeze * scale),
                        at(MARGIN + (north - spot.position().latitude()) * vertical)))
                .toList();
        return new ShopMap(dots, WIDTH, height);
    }

    private static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
