package be.quartier.people.identity;

import be.quartier.people.LocalPath;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody goes to the provider for.
 *
 * @param session the session an identity is to be linked in; empty to sign in
 * @param to where to go on afterwards
 */
public record Errand(Optional<UUID> session, LocalPath to) {

    /** To sign in. */
    public static Errand signIn(LocalPath to) {
        return new Errand(Optional.empty(), to);
    }

    /** To link an identity to the account of a session. */
    public static Errand link(UUID session) {
        return new Errand(Optional.of(session), LocalPath.HOME);
    }
}
