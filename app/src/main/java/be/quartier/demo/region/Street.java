package be.quartier.demo.region;

import be.quartier.commune.Language;

/**
 * A straight street; odd numbers stand on its left, even ones on its right, twelve metres apart.
 *
 * @param code four digits, unique in its commune, as a registry writes it
 * @param dutch empty where the commune is not bilingual
 * @param bearing in radians from east, counter-clockwise
 */
public record Street(int code, District district, String french, String dutch, Point start, double bearing) {

    private static final double METRES_BETWEEN_DOORS = 12;
    private static final double METRES_FROM_AXIS = 8;

    /** The name that a letter in this language carries. */
    public String name(Language language) {
        return language == Language.NL && !dutch.isEmpty() ? dutch : french;
    }

    /** Where the door with this number stands. */
    public Point door(int number) {
        int doorsBefore = (number + 1) / 2;
        double along = METRES_BETWEEN_DOORS * doorsBefore;
        double aside = number % 2 == 0 ? -METRES_FROM_AXIS : METRES_FROM_AXIS;
        return start.moved(
                along * Math.cos(bearing) - aside * Math.sin(bearing),
                along * Math.sin(bearing) + aside * Math.cos(bearing));
    }
}
