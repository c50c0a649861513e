package be.quartier.vouchers.registry;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.installation.Ids;
import be.quartier.installation.MasterKey;
import be.quartier.vouchers.registry.FileRefusal.Kind;
import be.quartier.vouchers.registry.RegistryImport.Scope;
import be.quartier.vouchers.registry.RegistryImport.State;
import be.quartier.vouchers.registry.intake.Intake;
import be.quartier.vouchers.registry.intake.SizedStream;
import be.quartier.vouchers.registry.store.ImportRows;
import be.quartier.vouchers.registry.store.StagedRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads an extract straight from the request into rows that wait for the clerk. No file is kept anywhere; when reading
 * stops half way, nothing is kept at all.
 */
@Component
public class RegistryUpload {

    /** Largest extract, in bytes. */
    public static final long BYTES_MAX = 200L << 20;

    /** Extracts read at the same time by one node; each holds a connection while the browser sends. */
    private static final int AT_ONCE_MAX = 2;

    private static final int NAME_CHARS_MAX = 100;
    private static final Pattern LONG_NUMBERS = Pattern.compile("\\d[\\d .-]{7,}\\d");
    private static final Pattern ODD_SIGNS = Pattern.compile("[^\\p{L}\\p{N}._()+ -]");

    private final Semaphore reading = new Semaphore(AT_ONCE_MAX);
    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final Intake intake;
    private final RegistryTerms terms;
    private final ImportRows imports;
    private final StagedRows rows;
    private final Ids ids;
    private final Clock clock;

    RegistryUpload(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            MasterKey master,
            RegistryTerms terms,
            Ids ids,
            Clock clock) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.intake = new Intake(master, RegistryColumns.STANDARD);
        this.terms = terms;
        this.imports = new ImportRows(jdbc);
        this.rows = new StagedRows(jdbc);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reads a file to its end.
     *
     * @param commune the current commune
     * @param fileName as the browser says it
     * @return empty when there is no such campaign
     */
    public Optional<UploadOutcome> upload(
            Commune commune, UUID campaign, String fileName, Scope scope, InputStream file, UUID person) {
        Optional<ImportTerms> known = terms.of(campaign);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (!reading.tryAcquire()) {
            return Optional.of(new UploadOutcome.Refused(FileRefusal.of(Kind.BUSY)));
        }
        try {
            return Optional.of(staged(commune, known.get(), plainName(fileName), scope, file, person));
        } catch (SizedStream.TooLarge e) {
            return Optional.of(new UploadOutcome.Refused(FileRefusal.of(Kind.TOO_LARGE)));
        } catch (IOException e) {
            return Optional.of(new UploadOutcome.Refused(FileRefusal.of(Kind.CUT_OFF)));
        } finally {
            reading.release();
        }
    }

    private UploadOutcome staged(
            Commune commune, ImportTerms known, String name, Scope scope, InputStream file, UUID person)
            throws IOException {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                try {
                    UploadOutcome outcome = read(commune, known, name, scope, file, person);
                    if (outcome instanceof UploadOutcome.Refused) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (SQLException e) {
                    // Without its cause, whose message may quote a row.
                    throw new IllegalStateException("rows could not be staged, SQL state " + e.getSQLState());
                }
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private UploadOutcome read(
            Commune commune, ImportTerms known, String name, Scope scope, InputStream file, UUID person)
            throws IOException, SQLException {
        Intake.Terms judged = new Intake.Terms(
                known.campaign(),
                known.rules(),
                known.reference(),
                commune.postcodes(),
                commune.languages().getFirst(),
                Brussels.today(clock));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        return switch (intake.read(new SizedStream(file, BYTES_MAX), connection, judged)) {
            case Intake.Read.Refused(FileRefusal refusal) -> new UploadOutcome.Refused(refusal);
            case Intake.Read.Rows(int count, byte[] sha256) -> {
                RegistryImport made = new RegistryImport(
                        ids.uuid(),
                        known.campaign(),
                        name,
                        HexFormat.of().formatHex(sha256),
                        scope,
                        State.PREVIEW,
                        Optional.empty(),
                        count,
                        0,
                        0,
                        known.reference(),
                        person,
                        at,
                        Optional.empty(),
                        Optional.empty());
                int tenant = commune.id().value();
                imports.add(tenant, made);
                rows.resolve(tenant, known.campaign(), made.id(), scope == Scope.FULL);
                imports.keepCounts(tenant, made.id(), rows.count(tenant, made.id()));
                yield new UploadOutcome.Staged(made);
            }
        };
    }

    /** The name alone, without the folder, and without what may be somebody's number. */
    static String plainName(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String masked =
                LONG_NUMBERS.matcher(ODD_SIGNS.matcher(last).replaceAll("_")).replaceAll("…");
        return masked.substring(0, Math.min(masked.length(), NAME_CHARS_MAX));
    }
}
