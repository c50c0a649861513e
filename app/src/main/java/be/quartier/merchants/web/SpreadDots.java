package be.quartier.merchants.web;

import java.util.Arrays;

/** Moves dots that would cover each other apart, each as little as needed; the same dots always end at the same places. */
final class SpreadDots {

    /** Between the middles of two dots: what a finger can tell apart on a small screen, where dots are drawn larger. */
    static final double GAP = 41;

    private static final int ROUNDS_MAX = 400;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private SpreadDots() {}

    /** New places, all within the margin of the field. Where there are too many dots for the field, the gap shrinks. */
    static double[][] apart(double[][] homes, int width, int height, int margin) {
        double[][] places = Arrays.stream(homes).map(double[]::clone).toArray(double[][]::new);
        double room = (width - 2.0 * margin) * (height - 2.0 * margin);
        double gap = Math.min(GAP, Math.sqrt(room / Math.max(1, homes.length)) * 0.7);
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS_MAX; round++) {
            moved = false;
            for (int one = 0; one < places.length; one++) {
                for (int other = one + 1; other < places.length; other++) {
                    moved |= push(places[one], places[other], gap, other);
                }
            }
            for (double[] place : places) {
                place[0] = Math.clamp(place[0], margin, (double) width - margin);
                place[1] = Math.clamp(place[1], margin, (double) height - margin);
            }
        }
        return places;
    }

    private static boolean push(double[] one, double[] other, double gap, int number) {
        double x = other[0] - one[0];
        double y = other[1] - one[1];
        double distance = Math.hypot(x, y);
        if (distance >= gap - 0.05) {
            return false;
        }
        if (distance < 0.01) {
            // At one address: each leaves in a direction of its own.
            x = Math.cos(number * GOLDEN_ANGLE);
            y = Math.sin(number * GOLDEN_ANGLE);
            distance = 1;
        }
        double step = (gap - Math.hypot(other[0] - one[0], other[1] - one[1])) / 2 + 0.05;
        one[0] -= x / distance * step;
        one[1] -= y / distance * step;
        other[0] += x / distance * step;
        other[1] += y / distance * step;
        return true;
    }
}
