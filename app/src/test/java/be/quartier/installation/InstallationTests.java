package be.quartier.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An installation of its own, opened, killed, spoiled and restored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallationTests {

    @TempDir
    static Path temp;

    private @Nullable Installation open;

    private Installation installation() {
        if (open == null) {
            open = Installation.open(InstallationSettings.embedded(temp.resolve("data")));
        }
        return open;
    }

    @AfterAll
    void stop() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefusedInOneSentence() {
        installation();
        assertThatThrownBy(() -> Installation.open(InstallationSettings.embedded(temp.resolve("data"))))
                .isInstanceOf(InstallationRefused.class)
                .hasMessageContaining("Another Quartier is already running")
                .hasMessageContaining("--data");
    }

    @Test
    void rowsOutliveAKillOfPostgresqlAndARestart() throws Exception {
        execute(installation().database().connectAsApp(), "insert into installation_fact values ('kept', 'yes')");
        killPostgres();
        installation().close();
        open = null;

        assertThat(text(installation().database(), "select value from installation_fact where name = 'kept'"))
                .isEqualTo("yes");
    }

    @Test
    void aKilledPostgresqlIsStartedAgainAtTheSameAddress() throws Exception {
        execute(installation().database().connectAsApp(), "insert into installation_fact values ('stayed', 'yes')");
        killPostgres();
        assertThat(awaitFaults(installation().database(), 0)).isEmpty();
        assertThat(text(installation().database(), "select value from installation_fact where name = 'stayed'"))
                .isEqualTo("yes");
    }

    private static void killPostgres() throws Exception {
        long postmaster = Long.parseLong(Files.readAllLines(temp.resolve("data/postgresql/postmaster.pid"))
                .getFirst());
        List<ProcessHandle> family = ProcessHandle.of(postmaster).stream()
                .flatMap(process ->
                        java.util.stream.Stream.concat(process.descendants(), java.util.stream.Stream.of(process)))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : family) {
            process.onExit().get();
        }
    }

    @Test
    void eachUnsafeSettingAndRoleIsNamed() throws Exception {
        DatabaseAccess access = installation().database();
        assertThat(DatabaseSafety.faults(access)).isEmpty();
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            spoil("alter system set " + setting + " = off");
            assertThat(awaitFaults(access, 1)).singleElement().asString().contains(setting);
            spoil("alter system reset " + setting);
            awaitFaults(access, 0);
        }
        spoil("alter role quartier_app bypassrls");
        assertThat(DatabaseSafety.faults(access)).singleElement().asString().contains("BYPASSRLS");
        spoil("alter role quartier_app nobypassrls");
        spoil("alter table installation_fact owner to quartier_app");
        assertThat(DatabaseSafety.faults(access)).singleElement().asString().contains("owner");
        assertThatThrownBy(() -> DatabaseSafety.require(access)).isInstanceOf(InstallationRefused.class);
        spoil("alter table installation_fact owner to quartier");
        assertThat(DatabaseSafety.faults(access)).isEmpty();
    }

    @Test
    void aBackupOfALiveInstallationRestoresEveryRowAndFile() throws Exception {
        Installation source = installation();
        execute(source.database().connectAsOwner(), COMMUNE);
        Files.writeString(source.folder().folder("files").resolve("decision.pdf"), "a decision");
        Path file = temp.resolve("quartier.zip");

        Backup.Summary saved = Backup.write(InstallationSettings.embedded(temp.resolve("data")), file);
        InstallationSettings elsewhere = InstallationSettings.embedded(temp.resolve("restored"));
        assertThat(Backup.restore(elsewhere, file)).isEqualTo(saved);

        try (Installation restored = Installation.open(elsewhere)) {
            assertThat(text(restored.database(), "select name_fr from commune where commune_id = 7"))
                    .isEqualTo("Sept-Fontaines");
            assertThat(restored.folder().folder("files").resolve("decision.pdf"))
                    .hasContent("a decision");
            assertThat(restored.masterKey().derive("x"))
                    .isEqualTo(source.masterKey().derive("x"));
        }
        assertThatThrownBy(() -> Backup.restore(elsewhere, file)).hasMessageContaining("left as it is");
    }

    @Test
    void aDamagedBackupRestoresNothing() throws Exception {
        Path file = temp.resolve("damaged.zip");
        Backup.write(InstallationSettings.embedded(installation().folder().root()), file);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length / 2; i += 50) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
        Path place = temp.resolve("nothing");
        assertThatThrownBy(() -> Backup.restore(InstallationSettings.embedded(place), file))
                .isInstanceOf(InstallationRefused.class)
                .hasMessageContaining("nothing was restored");
        assertThat(place).doesNotExist();
    }

    private static final String COMMUNE = """
            insert into commune (commune_id, slug, kind, name_fr, name_nl, name_de, name_en, languages)
            values (7, 'sept-fontaines', 'commune', 'Sept-Fontaines', 'Zevenborren', 'Siebenbrunn', 'Seven Springs',
                    '{fr}')
            """;

    private static void execute(Connection opened, String sql) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void spoil(String sql) throws SQLException, IOException {
        String superPassword = DatabaseRoles.password(installation().masterKey(), EmbeddedPostgres.SUPERUSER);
        String url = installation().database().url();
        execute(DriverManager.getConnection(url, EmbeddedPostgres.SUPERUSER, superPassword), sql);
        execute(DriverManager.getConnection(url, EmbeddedPostgres.SUPERUSER, superPassword), "select pg_reload_conf()");
    }

    /** A reload, or a new start, reaches new connections within moments, not at once. */
    private static List<String> awaitFaults(DatabaseAccess access, int count) throws InterruptedException {
        List<String> faults = DatabaseSafety.faults(access);
        for (int tries = 0; faults.size() != count && tries < 400; tries++) {
            Thread.sleep(50);
            faults = DatabaseSafety.faults(access);
        }
        return faults;
    }

    private static String text(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connectAsOwner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
