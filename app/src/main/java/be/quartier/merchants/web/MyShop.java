package be.quartier.merchants.web;

import java.util.UUID;

/**
 * A shop the visitor works for.
 *
 * @param owner whether as its merchant, or else at its till
 * @param now whether it is the one they work for now
 */
public record MyShop(UUID id, String name, boolean owner, boolean now) {}
