package be.quartier.vouchers.live;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what figures are divided, in the order of a {@link CellKey}'s coordinates. */
public enum Dimension {
    /** The household's district; each household is in one. */
    DISTRICT(0, true),
    /** The child's age band; brothers and sisters may be in several. */
    AGE(1, false),
    /** The shop. */
    SHOP(2, false),
    /** The week, and within it the day. */
    TIME(3, false);

    private final int place;
    private final boolean partition;

    Dimension(int place, boolean partition) {
        this.place = place;
        this.partition = partition;
    }

    /** The stable word in addresses, files and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which coordinate of a {@link CellKey} is its own. */
    public int place() {
        return place;
    }

    /** The dimension with this word. */
    public static Optional<Dimension> of(String code) {
        return Arrays.stream(values()).filter(by -> by.code().equals(code)).findFirst();
    }

    /** Per dimension, whether each household is in one part only. */
    static List<Boolean> partitions() {
        return Arrays.stream(values()).map(by -> by.partition).toList();
    }
}
