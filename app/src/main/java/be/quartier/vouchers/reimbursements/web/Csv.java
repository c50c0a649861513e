package be.quartier.vouchers.reimbursements.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One row of a file for spreadsheets: semicolons, quotes where needed, no cell that a spreadsheet would run as a formula. */
final class Csv {

    private Csv() {}

    static String row(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean number = text.matches("-?\\d+\\.\\d{2}");
        String safe = !number && text.matches("[=+@\\-\\t].*") ? "'" + text : text;
        return safe.matches("[^;\"\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
