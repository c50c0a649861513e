package be.quartier.people;

import java.util.UUID;

/**
 * A till that showed a valid bearer token; a parameter of handlers that allow tills.
 *
 * @param till the till's id
 * @param merchant the shop it stands in
 */
public record TillPrincipal(UUID till, UUID merchant) {}
