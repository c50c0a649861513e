package be.quartier.paper;

import be.quartier.commune.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The list that travels with a print job: every letter in the file's order and the totals, as CSV for the printer and the
 * post. It holds no name, no address and no secret.
 */
public final class Manifest {

    private Manifest() {}

    /**
     * One letter.
     *
     * @param sequence its place in the file, from 1
     * @param household the household's id
     * @param vouchers how many vouchers it holds
     * @param firstPage its first page in the file, from 1
     * @param pages how many pages it takes
     * @param language the household's language
     * @param counter whether it is handed over at the counter instead of posted
     */
    public record Line(
            int sequence,
            String household,
            int vouchers,
            int firstPage,
            int pages,
            Language language,
            boolean counter) {}

    /** Writes the manifest with a line of totals at the end; separated by semicolons, as spreadsheets here expect. */
    public static void write(Appendable out, Iterable<Line> lines) {
        try {
            out.append("sequence;household;vouchers;first_page;last_page;language;delivery\r\n");
            int letters = 0;
            int vouchers = 0;
            int pages = 0;
            int counter = 0;
            for (Line line : lines) {
                letters++;
                vouchers += line.vouchers();
                pages += line.pages();
                counter += line.counter() ? 1 : 0;
                append(
                        out,
                        List.of(
                                line.sequence(),
                                line.household(),
                                line.vouchers(),
                                line.firstPage(),
                                line.firstPage() + line.pages() - 1,
                                line.language().code(),
                                line.counter() ? "counter" : "post"));
            }
            append(out, List.of("total", letters + " letters", vouchers, "", pages, "", counter + " counter"));
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest cannot be written", e);
        }
    }

    private static void append(Appendable out, List<?> cells) throws IOException {
        out.append(String.join(";", cells.stream().map(Object::toString).toList()))
                .append("\r\n");
    }
}
