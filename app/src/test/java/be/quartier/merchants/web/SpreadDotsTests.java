package be.quartier.merchants.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dots of neighbouring shops on the map. */
class SpreadDotsTests {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 24;

    @Test
    void noDotCoversAnotherAndNoneLeavesTheMap() {
        for (long seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            double[][] homes = new double[30][];
            for (int i = 0; i < homes.length; i++) {
                // Half of them in one street, some at one address.
                homes[i] = i % 2 == 0
                        ? new double[] {300 + random.nextInt(40), 200}
                        : new double[] {MARGIN + random.nextInt(WIDTH - 2 * MARGIN), MARGIN + random.nextInt(300)};
            }
            double[][] places = SpreadDots.apart(homes, WIDTH, HEIGHT, MARGIN);
            assertThat(nearest(places)).as("seed %d", seed).isGreaterThan(SpreadDots.GAP - 2);
            for (double[] place : places) {
                assertThat(place[0]).isBetween((double) MARGIN, (double) WIDTH - MARGIN);
                assertThat(place[1]).isBetween((double) MARGIN, (double) HEIGHT - MARGIN);
            }
        }
    }

    @Test
    void aShopThatStandsAloneStaysWhereItIs() {
        double[][] homes = {{100, 100}, {300, 200}, {304, 203}};
        double[][] places = SpreadDots.apart(homes, WIDTH, HEIGHT, MARGIN);
        assertThat(places[0]).containsExactly(homes[0]);
        assertThat(nearest(places)).isGreaterThan(SpreadDots.GAP - 1);
        assertThat(Math.hypot(places[1][0] - 302, places[1][1] - 201.5))
                .as("no further than needed")
                .isLessThan(SpreadDots.GAP / 2 + 1);
        assertThat(SpreadDots.apart(homes, WIDTH, HEIGHT, MARGIN)).isDeepEqualTo(places);
    }

    private static double nearest(double[][] places) {
        double nearest = Double.MAX_VALUE;
        for (int one = 0; one < places.length; one++) {
            for (int other = one + 1; other < places.length; other++) {
                nearest = Math.min(
                        nearest, Math.hypot(places[one][0] - places[other][0], places[one][1] - places[other][1]));
            }
        }
        return nearest;
    }
}
