package be.quartier.vouchers.registry;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.testing.Fixture;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.OpenCampaignRow;
import be.quartier.vouchers.registry.RegistryImport.Scope;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An open campaign for children from 0 to 18 in a fresh commune with postcode 7999, and what tests do to its registry. */
@Fixture
public class TestRegistry {

    public static final long FACE_CENTS = 100_00;

    private static final AtomicInteger NEXT = new AtomicInteger(20_000);

    private final Communes communes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CampaignBook book;
    private final RegistryUpload upload;
    private final RegistryImports imports;
    private final RegistryWork work;
    private final Clock clock;

    TestRegistry(
            Communes communes,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CampaignBook book,
            RegistryUpload upload,
            RegistryImports imports,
            RegistryWork work,
            Clock clock) {
        this.communes = communes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.book = book;
        this.upload = upload;
        this.imports = imports;
        this.work = work;
        this.clock = clock;
    }

    /** A campaign whose reference day is today, with money for so many vouchers. */
    public Town town(int vouchers) {
        Town town = new Town();
        LocalDate today = Brussels.today(clock);
        var row = new OpenCampaignRow(town.campaign, vouchers * FACE_CENTS, FACE_CENTS, today, today.plusDays(40));
        Tenancy.run(town.commune.id(), () -> row.write(jdbc, transactions, book));
        return town;
    }

    /** One campaign of one commune. */
    public final class Town {

        public final Commune commune = fresh();
        public final UUID campaign = UUID.randomUUID();
        public final UUID clerk = UUID.randomUUID();

        public <T> T in(Supplier<T> work) {
            return Tenancy.in(commune.id(), work);
        }

        public UploadOutcome upload(String file, Scope scope) {
            byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
            return in(() -> upload.upload(
                            commune, campaign, "extrait.csv", scope, new ByteArrayInputStream(bytes), clerk))
                    .orElseThrow();
        }

        /** Reads a file that is good. */
        public RegistryImport staged(Object file, Scope scope) {
            return ((UploadOutcome.Staged) upload(file.toString(), scope)).made();
        }

        public RegistryImport.Counts counts(RegistryImport made) {
            return in(() -> imports.counts(made.id()));
        }

        public ConfirmOutcome confirm(RegistryImport made) {
            return in(() -> imports.confirm(made.id(), clerk));
        }

        /** Reads, confirms and makes everything. */
        public RegistryImport imported(Object file, Scope scope) {
            RegistryImport made = staged(file, scope);
            if (confirm(made) instanceof ConfirmOutcome.Refused refused) {
                throw new AssertionError(refused);
            }
            Tenancy.run(commune.id(), () -> work.finish(made.id()));
            return in(() -> imports.find(made.id())).orElseThrow();
        }

        public List<StagedRow> rows(RegistryImport made) {
            return in(() -> imports.rows(made.id(), java.util.Optional.empty(), java.util.Optional.empty(), 0));
        }

        public long count(String sql) {
            return in(() -> transactions.execute(_ -> jdbc.sql(sql)
                    .param("commune", commune.id().value())
                    .param("campaign", campaign)
                    .query(Long.class)
                    .single()));
        }

        public long vouchers() {
            return count("""
                    select count(*) from voucher
                    where commune_id = :commune and campaign_id = :campaign and state = 'active'
                    """);
        }

        public long children() {
            return count("select count(*) from registry_child where commune_id = :commune and campaign_id = :campaign");
        }

        public long households() {
            return count(
                    "select count(*) from registry_household where commune_id = :commune and campaign_id = :campaign");
        }

        public void sql(String sql, Map<String, ?> values) {
            Tenancy.run(
                    commune.id(),
                    () -> transactions.executeWithoutResult(_ -> jdbc.sql(sql)
                            .param("commune", commune.id().value())
                            .param("campaign", campaign)
                            .params(values)
                            .update()));
        }
    }

    private Commune fresh() {
        int number = NEXT.incrementAndGet();
        String name = "Registre " + number;
        Commune commune = new Commune(
                new CommuneId(number),
                "registre-" + number,
                Commune.Kind.COMMUNE,
                Map.of(Language.FR, name, Language.NL, name, Language.DE, name, Language.EN, name),
                List.of(Language.values()),
                List.of("7999"));
        communes.add(commune);
        return commune;
    }
}
