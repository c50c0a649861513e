package be.quartier.people.identity;

/**
 * Somebody as the provider knows them. Nothing else the provider may tell, such as a name or an address, is read.
 *
 * @param issuer the provider
 * @param subject the provider's name for the person, the same each time
 * @param way how the person proved it
 * @param once differs for each answer of the provider; an identity counts once for each
 */
public record Identity(String issuer, String subject, Way way, String once) {

    /** Without what tells people apart. */
    @Override
    public String toString() {
        return "Identity[" + way.assurance() + "]";
    }
}
