package be.quartier.demo.region;

/** A place on the invented map, in degrees (WGS 84). */
public record Point(double lat, double lon) {

    private static final double METRES_PER_DEGREE = 111_320;

    /** The point that lies so many metres east and north of this one (flat earth: exact enough within a commune). */
    public Point moved(double eastMetres, double northMetres) {
        return new Point(
                lat + northMetres / METRES_PER_DEGREE,
                lon + eastMetres / (METRES_PER_DEGREE * Math.cos(Math.toRadians(lat))));
    }

    /** Distance in metres, as the crow flies. */
    public double metresTo(Point other) {
        double north = (other.lat - lat) * METRES_PER_DEGREE;
        double east = (other.lon - lon) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        return Math.hypot(north, east);
    }
}
