package be.quartier.pages;

import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import java.util.Set;

/**
 * A way into a module, shown in the navigation and on the commune's first page to those who may enter.
 *
 * <p>Modules declare theirs as beans; texts are {@code <key>.title} and {@code <key>.text}.
 *
 * @param key text key without its ending, like {@code merchants.door.partners}
 * @param path path below the commune, like {@code /partners}
 * @param icon the sign on the door
 * @param order place among the others, small first
 * @param who for whom it is shown
 * @param places where it is shown
 */
public record Door(String key, String path, Icon icon, int order, Who who, Set<Place> places) {

    /** Where doors are shown. */
    public enum Place {
        /** The navigation under the header. */
        MENU,
        /** A tile on the commune's first page. */
        FRONT
    }

    /** For whom a door is shown; entering is decided by the controller's own {@code @Allows}. */
    public sealed interface Who {
        /** Everyone, signed in or not. */
        record Everyone() implements Who {}

        /** Whoever is signed in. */
        record SignedIn() implements Who {}

        /** Whoever is not signed in. */
        record NotSignedIn() implements Who {}

        /** Whoever has one of these roles here. */
        record Having(Set<Role> roles) implements Who {
            /** Copies the roles. */
            public Having {
                roles = Set.copyOf(roles);
            }
        }
    }

    /** Checks the path and copies. */
    public Door {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A door's path begins with a slash: " + path);
        }
        places = Set.copyOf(places);
    }

    /** A door everyone sees, in the navigation and on the first page. */
    public static Door forEveryone(String key, String path, Icon icon, int order) {
        return new Door(key, path, icon, order, new Who.Everyone(), Set.of(Place.MENU, Place.FRONT));
    }

    /** A door only people with one of these roles see, in the navigation and on the first page. */
    public static Door forRoles(String key, String path, Icon icon, int order, Role... roles) {
        return new Door(key, path, icon, order, new Who.Having(Set.of(roles)), Set.of(Place.MENU, Place.FRONT));
    }

    /** The same door shown only here. */
    public Door onlyIn(Place place) {
        return new Door(key, path, icon, order, who, Set.of(place));
    }

    /** Whether this visitor sees the door. */
    public boolean isFor(Visitor visitor) {
        return switch (who) {
            case Who.Everyone() -> true;
            case Who.SignedIn() -> visitor.signedIn();
            case Who.NotSignedIn() -> !visitor.signedIn();
            case Who.Having(Set<Role> roles) -> roles.stream().anyMatch(visitor.roles()::contains);
        };
    }
}
