package be.quartier.people;

import java.util.Optional;

/** Recognises the bearer tokens of tills; implemented by the module that hands them out. */
@FunctionalInterface
public interface TillTokens {

    /**
     * The till of a token, in the commune of {@link be.quartier.commune.Tenancy}; empty when the token is unknown there,
     * revoked, or not a token at all. Called once per request, outside any transaction.
     *
     * @param token what followed {@code Bearer}, at most 512 characters, not yet checked for anything else
     */
    Optional<TillPrincipal> authenticate(String token);
}
