package be.quartier.merchants;

/**
 * The contract between the commune and a shop that takes vouchers. Its text is {@code merchants.contract.1} to {@code .7} of
 * the messages; who accepted which version, and when, is kept for ever.
 */
public final class Contract {

    /** The version shown and accepted today. Change it with every change of the text that binds somebody. */
    public static final String VERSION = "2026-1";

    /** How many articles the text has. */
    public static final int ARTICLES = 7;

    private Contract() {}
}
