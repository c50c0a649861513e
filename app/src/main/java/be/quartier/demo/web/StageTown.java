package be.quartier.demo.web;

import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.demo.region.Actor;
import be.quartier.demo.region.Town;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A commune as the stage shows it. */
public record StageTown(String slug, String name, String postcode, int households, int shops, List<Player> players) {

    /** Somebody one can be: a role's code, its text key, the person's name and what the person does. */
    public record Player(String role, String key, String name, String title) {}

    static StageTown of(Town town, List<Actor> actors, Language language) {
        Map<Role, Integer> met = new EnumMap<>(Role.class);
        return new StageTown(
                town.slug(),
                town.name(language),
                town.postcode(),
                town.households().size(),
                town.shops().size(),
                actors.stream()
                        .map(actor -> new Player(
                                code(actor, met.merge(actor.role(), 1, Integer::sum)),
                                "demo.role." + actor.role().code(),
                                actor.name(),
                                actor.titles().getOrDefault(language, "")))
                        .toList());
    }

    /** The second person of a role is {@code approver-2}. */
    private static String code(Actor actor, int number) {
        return actor.role().code() + (number == 1 ? "" : "-" + number);
    }
}
