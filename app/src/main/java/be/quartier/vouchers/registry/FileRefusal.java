package be.quartier.vouchers.registry;

import java.util.List;
import java.util.Locale;

/**
 * Why a whole file is refused, nothing of it being kept.
 *
 * @param columns the columns concerned, when the kind is about columns
 */
public record FileRefusal(Kind kind, List<RegistryColumn> columns) {

    public FileRefusal {
        columns = List.copyOf(columns);
    }

    /** A refusal that is not about columns. */
    public static FileRefusal of(Kind kind) {
        return new FileRefusal(kind, List.of());
    }

    /** What is wrong; a sentence in every language under {@code vouchers.registry.refusal.<code>}. */
    public enum Kind {
        /** No file was chosen, or it holds nothing. */
        EMPTY,
        /** A workbook (xlsx, xls, ods) or another archive. */
        WORKBOOK,
        /** A PDF. */
        PDF,
        /** Not text. */
        NOT_TEXT,
        /** Text, but no table with a separator. */
        NO_TABLE,
        /** No line with column names among the first ones. */
        NO_HEADER,
        /** Required columns are missing. */
        COLUMNS_MISSING,
        /** A column is named twice. */
        COLUMNS_TWICE,
        /** The table has a header and no row. */
        NO_ROWS,
        /** Larger than allowed. */
        TOO_LARGE,
        /** As many extracts as the server reads at once are being read. */
        BUSY,
        /** The transfer stopped before the end of the file. */
        CUT_OFF;

        /** As written in keys of texts, such as {@code columns-missing}; stable. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
