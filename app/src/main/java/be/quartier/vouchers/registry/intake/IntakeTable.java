package be.quartier.vouchers.registry.intake;

import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.extract.Address;
import be.quartier.vouchers.registry.extract.Row;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Carries judged rows by COPY into {@code registry_intake}, a table that lives as long as the transaction: COPY cannot
 * write to a table with row-level security, and what is here never reaches the write-ahead log.
 */
final class IntakeTable implements AutoCloseable {

    private static final int PIECE_CHARS = 1 << 16;

    private static final String CREATE = """
            create temporary table registry_intake (
              line int, reason text, notes int, niss_hash bytea, likeness bytea, household_key bytea, last_name text,
              first_name text, birth_year int, birth_month int, birth_day int, counted_birth date, street text,
              number text, box text, postcode text, town text, district text, postal_sort text collate "C",
              language text, address_protected boolean
            ) on commit drop
            """;

    private final CampaignKeys keys;
    private final CopyIn copy;
    private final StringBuilder piece = new StringBuilder(PIECE_CHARS + 1024);

    private IntakeTable(CampaignKeys keys, CopyIn copy) {
        this.keys = keys;
        this.copy = copy;
    }

    /** Makes the table on a connection in a transaction and begins to write to it. */
    static IntakeTable open(Connection connection, CampaignKeys keys) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy registry_intake from stdin");
        return new IntakeTable(keys, copy);
    }

    void add(Judged row) throws SQLException {
        number(row.line());
        text(row.reason().code());
        number(Note.bits(row.notes()));
        if (row.person().isEmpty()) {
            nothing(18);
        } else if (row.candidate()) {
            candidate(row, row.person().get());
        } else {
            bytes(keys.niss(row.person().get()));
            nothing(17);
        }
        piece.setCharAt(piece.length() - 1, '\n');
        if (piece.length() >= PIECE_CHARS) {
            flush();
        }
    }

    private void candidate(Judged row, Row.Person person) {
        bytes(keys.niss(person));
        bytes(keys.likeness(person));
        bytes(keys.household(person));
        text(person.lastName());
        text(person.firstName());
        number(person.birth().year());
        number(person.birth().month());
        number(person.birth().day());
        row.countedBirth().ifPresentOrElse(day -> text(day.toString()), () -> nothing(1));
        Address address = person.address();
        text(address.street());
        text(address.number());
        text(address.box());
        text(address.postcode());
        text(address.town());
        text(person.district());
        text(address.postalSort());
        text(row.language().code());
        text(row.notes().contains(Note.PROTECTED) ? "t" : "f");
    }

    private void number(int number) {
        piece.append(number).append('\t');
    }

    private void nothing(int times) {
        for (int i = 0; i < times; i++) {
            piece.append("\\N\t");
        }
    }

    private void bytes(byte[] bytes) {
        piece.append("\\\\x");
        HexFormat.of().formatHex(piece, bytes);
        piece.append('\t');
    }

    /** Cells hold no control characters any more; of COPY's own signs only the backslash is left. */
    private void text(String text) {
        piece.append(text.indexOf('\\') < 0 ? text : text.replace("\\", "\\\\")).append('\t');
    }

    private void flush() throws SQLException {
        byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        piece.setLength(0);
    }

    /** Ends the writing; without it the rows are lost. */
    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
