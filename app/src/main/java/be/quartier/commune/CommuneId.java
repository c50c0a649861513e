package be.quartier.commune;

/** Identifies a commune, or the region, inside one installation: a positive number that never changes. */
public record CommuneId(int value) {

    /** @throws IllegalArgumentException unless positive */
    public CommuneId {
        if (value <= 0) {
            throw new IllegalArgumentException("a commune's id is positive");
        }
    }
}
