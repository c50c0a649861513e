package be.quartier.merchants.web;

import be.quartier.pages.Form;
import java.util.Optional;
import java.util.UUID;

/** What several forms of this module read alike. */
final class Forms {

    private Forms() {}

    /** The id that the form brought along, so that the same form sent twice counts once. */
    static Optional<UUID> id(Form form) {
        try {
            return Optional.of(UUID.fromString(form.text("id")));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
