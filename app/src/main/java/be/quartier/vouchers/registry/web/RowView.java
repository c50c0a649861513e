package be.quartier.vouchers.registry.web;

import be.quartier.vouchers.campaigns.BirthDate;
import java.util.Locale;

/** How rows are written on pages and in CSV. */
public final class RowView {

    private RowView() {}

    /** A birth date as the register writes it, zeros for what is unknown: {@code 00/05/2009}. */
    public static String birth(BirthDate birth) {
        return String.format(Locale.ROOT, "%02d/%02d/%04d", birth.day(), birth.month(), birth.year());
    }
}
