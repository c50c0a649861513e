package be.quartier.merchants.web;

import be.quartier.commune.Commune;
import be.quartier.merchants.MerchantState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How an enterprise stands in another commune.
 *
 * @param state as a merchant there, when it is one or asked to be
 * @param due the day by which it is called there, when it waits for that
 */
public record Elsewhere(Commune commune, Optional<MerchantState> state, Optional<LocalDate> due) {

    /** Whether it can ask to take part there. */
    public boolean open() {
        return state.isEmpty() && due.isEmpty();
    }
}
