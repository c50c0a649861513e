package be.quartier.shop.catalogue.web;

import be.quartier.commune.Visitor;
import be.quartier.pages.Problem;
import java.util.Optional;
import java.util.UUID;

/** For whom the visitor works, and the ids forms carry. */
final class Merchant {

    private Merchant() {}

    /** The shop the visitor works for now. */
    static UUID of(Visitor visitor) {
        return visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
    }

    /** An id as a form carries it; empty for anything else. */
    static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
