package be.quartier.shop.terms;

import be.quartier.shop.Modality;
import java.util.Map;

/** What became of terms a merchant wished to save. */
public sealed interface TermsSaved {

    /** They count from now on; orders placed before keep theirs. */
    record Done(Terms terms) implements TermsSaved {}

    /** Nothing was changed: these ways to pay cannot work. */
    record Refused(Map<Modality, Lack> lacking) implements TermsSaved {
        /** Copies the reasons. */
        public Refused {
            lacking = Map.copyOf(lacking);
        }
    }

    /** Nothing was changed: an open front needs at least one way to be paid. */
    record NoWay() implements TermsSaved {}
}
