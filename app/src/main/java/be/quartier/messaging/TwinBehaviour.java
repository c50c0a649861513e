package be.quartier.messaging;

/** What the demonstration's mail server does with every message. */
public enum TwinBehaviour {
    /** Takes what is right. */
    ACCEPT,
    /** Answers 451: try later. */
    REFUSE_FOR_NOW,
    /** Answers 554: never. */
    REFUSE_FOR_EVER,
    /** Takes it and says nothing. */
    FALL_SILENT
}
