package be.quartier.vouchers.registry;

import static be.quartier.vouchers.registry.RegistryColumn.FIRST_NAME;
import static be.quartier.vouchers.registry.RegistryColumn.NISS;

import be.quartier.vouchers.registry.extract.Sheet;
import java.time.LocalDate;

/** The lines of a civil-registry extract that tests begin from. */
final class TestExtract {

    /** The day on which every child of these lines was born. */
    static final LocalDate DAY = LocalDate.of(2017, 7, 30);

    private TestExtract() {}

    /** The cells of one child of the usual household, born on {@link #DAY}; later cells replace earlier ones. */
    static Object[] child(int serial, Object... cells) {
        Object[] all = new Object[cells.length + 4];
        all[0] = NISS;
        all[1] = TestNiss.of(DAY, serial);
        all[2] = FIRST_NAME;
        all[3] = "Enfant" + (char) ('a' + serial % 26);
        System.arraycopy(cells, 0, all, 4, cells.length);
        return all;
    }

    /** So many children of one household. */
    static Sheet family(int children) {
        Sheet sheet = new Sheet();
        for (int serial = 1; serial <= children; serial++) {
            sheet.row(child(serial));
        }
        return sheet;
    }
}
