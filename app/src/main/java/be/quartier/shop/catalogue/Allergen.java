package be.quartier.shop.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fourteen of Regulation (EU) 1169/2011, annex II, in its order. */
public enum Allergen {
    /** Cereals that contain gluten. */
    GLUTEN,
    /** Crustaceans. */
    CRUSTACEANS,
    /** Eggs. */
    EGGS,
    /** Fish. */
    FISH,
    /** Peanuts. */
    PEANUTS,
    /** Soya. */
    SOYA,
    /** Milk, lactose included. */
    MILK,
    /** Nuts: almonds, hazelnuts, walnuts and others. */
    NUTS,
    /** Celery. */
    CELERY,
    /** Mustard. */
    MUSTARD,
    /** Sesame. */
    SESAME,
    /** Sulphur dioxide and sulphites. */
    SULPHITES,
    /** Lupin. */
    LUPIN,
    /** Molluscs. */
    MOLLUSCS;

    /** As stored and as forms send it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a code, in any case. */
    public static Optional<Allergen> of(String code) {
        return Arrays.stream(values())
                .filter(allergen -> allergen.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
