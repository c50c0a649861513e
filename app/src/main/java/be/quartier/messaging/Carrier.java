package be.quartier.messaging;

/**
 * Takes messages of one channel to the outside. An implementation never throws for what the outside does: it says what it knows.
 */
public interface Carrier {

    /** What it carries. */
    Channel channel();

    /** Whether it is set up; messages wait where it is not. */
    boolean ready();

    /** Hands over one message and says what became of it. It must come back within a minute. */
    Carriage carry(Envelope envelope);
}
