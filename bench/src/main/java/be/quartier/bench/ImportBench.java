package be.quartier.bench;

import be.quartier.commune.Communes;
import be.quartier.commune.Tenancy;
import be.quartier.vouchers.registry.ConfirmOutcome;
import be.quartier.vouchers.registry.RegistryImport;
import be.quartier.vouchers.registry.RegistryImport.Scope;
import be.quartier.vouchers.registry.RegistryImports;
import be.quartier.vouchers.registry.RegistryUpload;
import be.quartier.vouchers.registry.RegistryWork;
import be.quartier.vouchers.registry.UploadOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * A registry extract turned into households, children, vouchers and ledger entries, beside a bare COPY of the same file into
 * one table of text.
 */
final class ImportBench implements Benchmark {

    private static final int ROWS = Integer.getInteger("quartier.bench.rows", 100_000);
    private static final UUID CLERK = UUID.randomUUID();

    @Override
    public String purpose() {
        return "100,000 registry rows to vouchers, beside a bare COPY of the same rows (target: under 30 s)";
    }

    @Override
    public void run(Duration each, Report report) throws Exception {
        Path file = Files.createTempFile("extract", ".csv");
        try (Town town = new Town()) {
            report.doing("Writing an extract of " + ROWS + " rows ...");
            ExtractWriter.write(file, ROWS);
            report.line("file", Files.size(file) / 1e6, "MB");
            report.doing("Importing ...");
            double imported = imported(town, file, report);
            report.doing("Copying ...");
            double copied = copied(town, file);
            report.line("import", imported, "s");
            report.line("import-rows", ROWS / imported, "rows/s");
            report.line("copy", copied, "s");
            report.line("copy-rows", ROWS / copied, "rows/s");
            report.line("heap-limit", Runtime.getRuntime().maxMemory() / 1e6, "MB");
            long faults =
                    town.audit().stream().filter(finding -> !finding.holds()).count();
            report.line("audit-faults", (double) faults, "invariants");
            report.line("ratio", copied / imported, "ratio");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double imported(Town town, Path file, Report report) {
        return Tenancy.in(Town.COMMUNE, () -> {
            long start = System.nanoTime();
            RegistryImport made = staged(town, file);
            double staged = seconds(start);
            RegistryImports imports = town.bean(RegistryImports.class);
            if (!(imports.confirm(made.id(), CLERK) instanceof ConfirmOutcome.Started)) {
                throw new IllegalStateException("the import was refused");
            }
            town.bean(RegistryWork.class).finish(made.id());
            double all = seconds(start);
            RegistryImport done = imports.find(made.id()).orElseThrow();
            if (done.state() != RegistryImport.State.DONE || done.done() != ROWS) {
                throw new IllegalStateException("only " + done.done() + " rows were done");
            }
            report.line("preview", staged, "s");
            report.line("vouchers", all - staged, "s");
            long again = System.nanoTime();
            staged(town, file);
            report.line("preview-again", seconds(again), "s");
            return all;
        });
    }

    private static RegistryImport staged(Town town, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            UploadOutcome outcome = town.bean(RegistryUpload.class)
                    .upload(
                            town.bean(Communes.class).get(Town.COMMUNE),
                            town.campaign,
                            "bench.csv",
                            Scope.FULL,
                            in,
                            CLERK)
                    .orElseThrow();
            return ((UploadOutcome.Staged) outcome).made();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double copied(Town town, Path file) throws SQLException, IOException {
        try (Connection owner = town.database().connectAsOwner();
                Statement statement = owner.createStatement();
                InputStream in = Files.newInputStream(file)) {
            statement.execute("create table bare (" + ExtractWriter.COLUMNS + ")");
            long start = System.nanoTime();
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare from stdin (format csv, delimiter ';', header, encoding 'UTF8')", in);
            return seconds(start);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
