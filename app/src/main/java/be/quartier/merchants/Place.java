package be.quartier.merchants;

import be.quartier.money.EstablishmentNumber;
import java.util.Optional;

/**
 * Where a shop is.
 *
 * @param name what the sign says
 * @param street without number
 * @param number house number
 * @param box empty when there is none
 * @param establishment its number in the Crossroads Bank, when known
 * @param position where it stands on the map, when known
 */
public record Place(
        String name,
        String street,
        String number,
        String box,
        String postcode,
        String town,
        Optional<EstablishmentNumber> establishment,
        Optional<Position> position) {

    /** The address on one line: {@code Rue Haute 12 / 3, 9999 Ville}. */
    public String address() {
        return street + " " + number + (box.isEmpty() ? "" : " / " + box) + ", " + postcode + " " + town;
    }
}
