package be.quartier.people.identity;

import be.quartier.people.LocalPath;
import be.quartier.people.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a browser carries, sealed, while its person is at the provider: the secrets of the request and what it was for.
 *
 * @param state comes back in the address
 * @param nonce comes back in the token
 * @param verifier proves to the provider that who fetches the token is who set out (PKCE, RFC 7636)
 * @param acr the way set out on
 */
record Ticket(String state, String nonce, String verifier, String acr, Errand errand, Instant until) {

    private static final String PURPOSE = "people-identity-ticket";
    private static final int SEALED_MAX = 4096;

    String seal(Vault vault) {
        String text = String.join(
                "\n",
                state,
                nonce,
                verifier,
                acr,
                errand.session().map(UUID::toString).orElse("-"),
                errand.to().value(),
                Long.toString(until.getEpochSecond()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(PURPOSE, text));
    }

    /** What {@link #seal} made, while it is good. */
    static Optional<Ticket> open(Vault vault, String sealed, Instant now) {
        try {
            return sealed.length() > SEALED_MAX
                    ? Optional.empty()
                    : vault.open(PURPOSE, Base64.getUrlDecoder().decode(sealed.getBytes(StandardCharsets.US_ASCII)))
                            .map(Ticket::of)
                            .filter(ticket -> now.isBefore(ticket.until()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Ticket of(String text) {
        List<String> parts = List.of(text.split("\n", -1));
        Optional<UUID> session =
                parts.get(4).equals("-") ? Optional.empty() : Optional.of(UUID.fromString(parts.get(4)));
        return new Ticket(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                new Errand(session, LocalPath.of(parts.get(5))),
                Instant.ofEpochSecond(Long.parseLong(parts.get(6))));
    }
}
