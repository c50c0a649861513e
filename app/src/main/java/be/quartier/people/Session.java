package be.quartier.people;

import be.quartier.commune.CommuneId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A browser in which a person signed in.
 *
 * @param home the commune where the account lives
 * @param device browser and system in words, such as {@code Firefox, Android}
 * @param secondFactorAt when a second factor was last shown in it
 * @param freshAt when the person last proved who they are in it
 * @param identityLevel the {@link Assurance#level} of the identity provider that vouched, 0 for none
 * @param shop the shop chosen by somebody who works for several; nothing until they choose
 */
public record Session(
        UUID id,
        CommuneId home,
        UUID person,
        Method method,
        Instant startedAt,
        Instant lastSeenAt,
        Instant expiresAt,
        String device,
        Optional<Instant> secondFactorAt,
        Optional<Instant> freshAt,
        int identityLevel,
        Optional<UUID> shop) {

    /** How a session was opened. */
    public enum Method {
        /** A link or code sent by mail. */
        MAIL,
        /** A passkey. */
        PASSKEY,
        /** An identity provider. */
        OIDC,
        /** The one click of a demo, which counts as both factors. */
        DEMO;

        /** The name in the database: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
