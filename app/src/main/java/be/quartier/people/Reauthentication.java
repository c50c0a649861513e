package be.quartier.people;

import be.quartier.pages.Problem;

/** Asks for a fresh proof of identity where {@link Fresh} on the handler is too broad. */
public final class Reauthentication {

    private final Sessions sessions;

    /** @param sessions tell when the person last proved who they are */
    public Reauthentication(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Goes on only within {@link Sessions#FRESH_LIFE} of such a proof; otherwise raises 403 confirmation-required. */
    public void require(Session session) {
        if (!sessions.fresh(session)) {
            throw Problem.of(403, "confirmation-required", "people.refused.confirmation-required")
                    .raised();
        }
    }
}
