package be.quartier.merchants.callbacks;

import be.quartier.commune.Language;
import be.quartier.merchants.Place;
import be.quartier.money.Bce;
import java.util.Set;

/**
 * What a shop answers to the seven questions; already checked field by field.
 *
 * @param trade code of a trade of the commune
 * @param phone as typed, with 8 to 15 digits
 * @param moments when to call; none means any time
 * @param sells at most {@link #WORDS_MAX} characters, not empty
 * @param words what else it wishes, at most {@link #WORDS_MAX} characters
 */
public record Preregistration(
        Bce bce,
        String trade,
        Place place,
        String contact,
        String phone,
        String mail,
        Language language,
        Set<Moment> moments,
        String sells,
        Set<Wish> wishes,
        String words) {

    /** Longest free answer. */
    public static final int WORDS_MAX = 1000;

    /** Copies the sets. */
    public Preregistration {
        moments = Set.copyOf(moments);
        wishes = Set.copyOf(wishes);
    }

    /** The name people know it by. */
    public String name() {
        return place.name();
    }
}
