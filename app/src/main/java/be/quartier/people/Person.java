package be.quartier.people;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import java.util.UUID;

/**
 * A person known in a commune.
 *
 * @param home the commune where the account lives; another than the current one for a guest
 * @param name the display name
 */
public record Person(UUID id, CommuneId home, String name, Language language) {}
