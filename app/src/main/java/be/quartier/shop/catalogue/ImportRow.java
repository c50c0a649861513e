package be.quartier.shop.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A line of a merchant's list, and what would become of it.
 *
 * @param line its number in the file, the line of names being 1
 * @param known the product it changes, found by the merchant's own number; empty for a new one
 * @param twin whether the merchant has another product under this name
 * @param stock empty for what is made to order
 * @param faults what is wrong with it: keys below {@code catalogue.import.fault.}; such a line is left out
 */
public record ImportRow(
        int line,
        String name,
        String description,
        int vatPermille,
        VariantFacts variant,
        OptionalLong stock,
        Optional<UUID> known,
        boolean twin,
        List<String> faults) {

    /** Copies the faults. */
    public ImportRow {
        faults = List.copyOf(faults);
    }

    /** Whether it will be taken. */
    public boolean good() {
        return faults.isEmpty();
    }
}
