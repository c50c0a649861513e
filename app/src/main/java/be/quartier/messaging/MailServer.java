package be.quartier.messaging;

/** The demonstration's mail server, as the demonstration's pages command it. */
public interface MailServer {

    /** How it behaves from now on. */
    void behave(TwinBehaviour wanted);

    /** How it behaves. */
    TwinBehaviour behaviour();
}
