package be.quartier.pages;

import java.util.Optional;
import java.util.UUID;

/** Names the shop somebody works for, for the header of people who work for several. */
@FunctionalInterface
public interface ShopName {

    /** The shop's name in the commune of the request; nothing when there is no such shop. */
    Optional<String> of(UUID shop);
}
