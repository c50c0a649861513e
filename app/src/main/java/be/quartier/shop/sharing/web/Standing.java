package be.quartier.shop.sharing.web;

import be.quartier.commune.Commune;
import be.quartier.shop.sharing.Agreement;
import java.util.List;

/**
 * How things stand with a partner.
 *
 * @param ours names of this commune's shops that may be shown there
 * @param theirs names of the partner's shops that are shown here
 */
public record Standing(Commune partner, Agreement agreement, List<String> ours, List<String> theirs) {

    /** Copies. */
    public Standing {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }
}
