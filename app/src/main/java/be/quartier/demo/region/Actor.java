package be.quartier.demo.region;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import java.util.Map;

/**
 * An invented person who plays one role in the demonstration.
 *
 * @param titles what the person does, in each language
 */
public record Actor(Role role, String name, String email, Language language, Map<Language, String> titles) {}
