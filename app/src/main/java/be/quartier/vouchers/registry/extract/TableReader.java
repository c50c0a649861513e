package be.quartier.vouchers.registry.extract;

import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a separated file into rows, in memory that does not depend on its length.
 *
 * <p>Quotes, separators and line ends are the same bytes in UTF-8 and in Windows-1252, so rows are cut before anything is
 * decoded. A quotation mark that is never closed costs its own line and no other.
 */
final class TableReader {

    /** Longest row, in bytes. */
    static final int ROW_BYTES_MAX = 1 << 15;

    /** Line ends that quotation marks may hold, beyond which one was forgotten. */
    static final int QUOTED_LINES_MAX = 8;

    private static final int BUFFER_BYTES = 1 << 18;
    private static final byte[] SEPARATORS = {';', '\t', ',', '|'};

    private final InputStream in;
    private final Text text;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] cell = new byte[ROW_BYTES_MAX];
    private int cellLength;
    private int at;
    private int end;
    private boolean ended;
    private int line = 1;
    private byte separator = ';';

    TableReader(InputStream in, Text text) {
        this.in = in;
        this.text = text;
    }

    /** Chooses the separator that the coming line holds most often outside quotation marks. */
    void guessSeparator() throws IOException {
        fill();
        int most = 0;
        for (byte candidate : SEPARATORS) {
            int count = count(candidate);
            if (count > most) {
                most = count;
                separator = candidate;
            }
        }
    }

    private int count(byte candidate) {
        int count = 0;
        boolean quoted = false;
        for (int i = at; i < end && (quoted || !lineEnd(buffer[i])) && i - at < ROW_BYTES_MAX; i++) {
            quoted ^= buffer[i] == '"';
            count += !quoted && buffer[i] == candidate ? 1 : 0;
        }
        return count;
    }

    /** The next row, or nothing at the end of the file. */
    @Nullable
    Line next() throws IOException {
        fill();
        return at == end ? null : cut();
    }

    private Line cut() {
        int start = at;
        int limit = Math.min(end, start + ROW_BYTES_MAX);
        List<String> fields = new ArrayList<>(24);
        Set<Note> notes = EnumSet.noneOf(Note.class);
        while (at < limit) {
            if (buffer[at] == '"') {
                Reason wrong = quoted(limit);
                if (wrong != null) {
                    return broken(start, wrong);
                }
            } else {
                bare(limit);
            }
            if (at < limit && buffer[at] == separator) {
                at++;
                fields.add(field(notes));
            } else if (at < limit || (ended && at == end)) {
                fields.add(field(notes));
                return whole(start, fields, notes);
            }
        }
        // A last row may end with its separator and no line end.
        if (ended && at == end) {
            fields.add("");
            return whole(start, fields, notes);
        }
        return broken(start, Reason.LINE_TOO_LONG);
    }

    /** Reads up to the next separator or line end; quotation marks inside a word are part of it. */
    private void bare(int limit) {
        while (at < limit && buffer[at] != separator && !lineEnd(buffer[at])) {
            cell[cellLength++] = buffer[at++];
        }
    }

    /** Reads a quoted field and whatever follows its closing mark. */
    private @Nullable Reason quoted(int limit) {
        int lines = 0;
        at++;
        while (at < limit) {
            byte b = buffer[at++];
            if (b != '"') {
                cell[cellLength++] = b;
                lines += b == '\n' ? 1 : 0;
                if (lines > QUOTED_LINES_MAX) {
                    return Reason.UNCLOSED_QUOTE;
                }
            } else if (at < limit && buffer[at] == '"') {
                cell[cellLength++] = buffer[at++];
            } else {
                bare(limit);
                return null;
            }
        }
        return Reason.UNCLOSED_QUOTE;
    }

    private String field(Set<Note> notes) {
        String field = text.decode(cell, cellLength, notes);
        cellLength = 0;
        return field;
    }

    private Line whole(int start, List<String> fields, Set<Note> notes) {
        skipLineEnd();
        int number = line;
        line += lineEnds(start, at);
        return new Line.Fields(number, fields, notes);
    }

    private void skipLineEnd() {
        if (at < end) {
            boolean carriage = buffer[at++] == '\r';
            if (carriage && at < end && buffer[at] == '\n') {
                at++;
            }
        }
    }

    private int lineEnds(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            boolean counted = buffer[i] == '\n' || (buffer[i] == '\r' && (i + 1 >= end || buffer[i + 1] != '\n'));
            count += counted ? 1 : 0;
        }
        return count;
    }

    /** Gives up the line on which a row began; what follows it is read as rows of its own. */
    private Line broken(int start, Reason reason) {
        cellLength = 0;
        at = start;
        while (at < end && !lineEnd(buffer[at])) {
            at++;
        }
        if (at == end && !ended) {
            skipping = true;
        }
        skipLineEnd();
        return new Line.Broken(line++, reason);
    }

    private boolean skipping;

    private void fill() throws IOException {
        do {
            if (end - at <= ROW_BYTES_MAX && !ended) {
                System.arraycopy(buffer, at, buffer, 0, end - at);
                end -= at;
                at = 0;
                while (end < BUFFER_BYTES && !ended) {
                    int count = in.read(buffer, end, BUFFER_BYTES - end);
                    ended = count < 0;
                    end += Math.max(0, count);
                }
            }
        } while (skipping && !skipped());
    }

    /** Passes over the rest of a line longer than the buffer; whether its end was reached. */
    private boolean skipped() {
        while (at < end && !lineEnd(buffer[at])) {
            at++;
        }
        skipping = at == end && !ended;
        if (!skipping) {
            skipLineEnd();
        }
        return !skipping;
    }

    private static boolean lineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
