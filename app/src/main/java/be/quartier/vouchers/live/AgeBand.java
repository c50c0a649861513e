package be.quartier.vouchers.live;

import java.util.Locale;

/** The age bands in which figures are shown; ages on the campaign's reference day. */
public enum AgeBand {
    /** Up to 2 years. */
    A0(0, 2),
    /** 3 to 5 years. */
    A3(3, 5),
    /** 6 to 11 years. */
    A6(6, 11),
    /** 12 to 17 years. */
    A12(12, 17),
    /** 18 years and older. */
    A18(18, 200),
    /** Not known: a voucher to bearer, or an incomplete birth date. */
    UNKNOWN(-1, -1);

    private final int from;
    private final int to;

    AgeBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** The stable word in tables, files and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The band of an age in full years; a child born after the reference day is in the first. */
    public static AgeBand of(int age) {
        for (var band : values()) {
            if (band != UNKNOWN && Math.max(age, 0) >= band.from && age <= band.to) {
                return band;
            }
        }
        return UNKNOWN;
    }
}
