package be.quartier.vouchers.registry.intake;

import be.quartier.commune.Language;
import be.quartier.installation.MasterKey;
import be.quartier.vouchers.campaigns.Eligibility;
import be.quartier.vouchers.registry.FileRefusal;
import be.quartier.vouchers.registry.RegistryColumns;
import be.quartier.vouchers.registry.extract.Extract;
import be.quartier.vouchers.registry.extract.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a whole extract from a stream into {@code registry_intake}, in memory that does not grow with it. */
public final class Intake {

    private final MasterKey master;
    private final RegistryColumns columns;

    /** @param columns what the commune's headers mean */
    public Intake(MasterKey master, RegistryColumns columns) {
        this.master = master;
        this.columns = columns;
    }

    /**
     * By what the rows are judged.
     *
     * @param reference the day on which ages are taken
     * @param postcodes of the commune; empty accepts every one
     * @param usual language of households whose own is not known
     */
    public record Terms(
            UUID campaign,
            Eligibility rules,
            LocalDate reference,
            List<String> postcodes,
            Language usual,
            LocalDate today) {
        /** Copies the postcodes. */
        public Terms {
            postcodes = List.copyOf(postcodes);
        }
    }

    /** What reading gave. */
    public sealed interface Read {

        /** All rows are in the table. */
        @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
        record Rows(int count, byte[] sha256) implements Read {}

        /** The file is of no use; the table may not exist. */
        record Refused(FileRefusal refusal) implements Read {}
    }

    /** Reads the file to its end, inside the connection's transaction. */
    public Read read(InputStream file, Connection connection, Terms terms) throws IOException, SQLException {
        MessageDigest digest = sha256();
        InputStream digested = new DigestInputStream(file, digest);
        return switch (Extract.open(digested, columns, terms.today())) {
            case Extract.Opening.Refused(FileRefusal refusal) -> new Read.Refused(refusal);
            case Extract.Opening.Ready(Extract extract) -> {
                int count = rows(extract, connection, terms);
                digested.transferTo(OutputStream.nullOutputStream());
                yield count == 0
                        ? new Read.Refused(FileRefusal.of(FileRefusal.Kind.NO_ROWS))
                        : new Read.Rows(count, digest.digest());
            }
        };
    }

    private int rows(Extract extract, Connection connection, Terms terms) throws IOException, SQLException {
        Judge judge = new Judge(terms.rules(), terms.reference(), terms.postcodes(), terms.usual(), terms.today());
        int count = 0;
        try (IntakeTable table = IntakeTable.open(connection, new CampaignKeys(master, terms.campaign()))) {
            for (Optional<Row> row = extract.next(); row.isPresent(); row = extract.next()) {
                table.add(judge.judge(row.get()));
                count++;
            }
            table.finish();
        }
        return count;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
