package be.quartier.merchants;

/**
 * The secret of one till, 130 random bits, shown once to the device that keeps it. Prints itself masked.
 *
 * @param text 26 characters of Crockford's base32
 */
public record TillToken(String text) {

    /** Nothing of the secret. */
    @Override
    public String toString() {
        return "TillToken[***]";
    }
}
