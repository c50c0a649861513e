package be.quartier.installation;

import java.nio.file.Files;
import java.util.Optional;

/**
 * An opened installation: its folder held, its database running, migrated and checked. Closing it stops the embedded
 * PostgreSQL and frees the folder.
 */
public final class Installation implements AutoCloseable {

    /** Name of the embedded database and of its owner. */
    private static final String DATABASE = "quartier";

    private final DataFolder folder;
    private final MasterKey masterKey;
    private final DatabaseAccess database;
    private final Optional<EmbeddedPostgres> embedded;

    private Installation(
            DataFolder folder, MasterKey masterKey, DatabaseAccess database, Optional<EmbeddedPostgres> embedded) {
        this.folder = folder;
        this.masterKey = masterKey;
        this.database = database;
        this.embedded = embedded;
    }

    /**
     * Holds the data folder, starts or reaches the database, migrates and checks it.
     *
     * @throws InstallationRefused with one clear sentence; nothing is left running then
     */
    public static Installation open(InstallationSettings settings) {
        DataFolder folder = DataFolder.open(settings.data());
        EmbeddedPostgres embedded = null;
        try {
            MasterKey key = folder.masterKey(settings.masterKey().orElse(null));
            DatabaseAccess access;
            if (settings.external().isPresent()) {
                InstallationSettings.External external = settings.external().get();
                access = DatabaseRoles.withAppRole(external.url(), external.owner(), settings.appLogin(), key);
            } else {
                embedded = EmbeddedPostgres.start(folder, DatabaseRoles.password(key, EmbeddedPostgres.SUPERUSER));
                access = DatabaseRoles.embedded(embedded.port(), DATABASE, key);
            }
            Migrations.run(access);
            DatabaseSafety.require(access);
            return new Installation(folder, key, access, Optional.ofNullable(embedded));
        } catch (RuntimeException e) {
            if (embedded != null) {
                embedded.close();
            }
            folder.close();
            throw e;
        }
    }

    /**
     * How to reach the database of an installation that another process is running, for {@code audit} and {@code
     * backup}: the folder is not held and nothing is migrated.
     */
    public static DatabaseAccess running(InstallationSettings settings) {
        MasterKey key = knownKey(settings)
                .orElseThrow(() -> new InstallationRefused(
                        "There is no installation in " + settings.data() + "; name its folder with --data."));
        if (settings.external().isPresent()) {
            InstallationSettings.External external = settings.external().get();
            return DatabaseRoles.withAppRole(external.url(), external.owner(), settings.appLogin(), key);
        }
        int port = EmbeddedPostgres.runningPort(settings.data());
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                new DatabaseAccess.Login(DATABASE, DatabaseRoles.password(key, DATABASE)),
                new DatabaseAccess.Login(DATABASE + "_app", DatabaseRoles.password(key, DATABASE + "_app")));
    }

    /**
     * The installation of a data folder whichever way it is found: beside the process that runs it, or opened when nobody
     * does. For commands that only read.
     */
    public static Installation forReading(InstallationSettings settings) {
        if (!DataFolder.held(settings.data())) {
            if (!known(settings)) {
                throw new InstallationRefused(
                        "There is no installation in " + settings.data() + "; name its folder with --data.");
            }
            return open(settings);
        }
        DataFolder folder = DataFolder.ofAnother(settings.data());
        return new Installation(
                folder, folder.masterKey(settings.masterKey().orElse(null)), running(settings), Optional.empty());
    }

    /**
     * Whether there is an installation to read. With a database of one's own the master key says so: opening a folder without
     * one would make a new key, and with it another password of the application's role.
     */
    static boolean known(InstallationSettings settings) {
        return settings.external().isPresent()
                ? knownKey(settings).isPresent()
                : Files.exists(settings.data().resolve("postgresql"));
    }

    private static Optional<MasterKey> knownKey(InstallationSettings settings) {
        return DataFolder.readMasterKey(settings.data())
                .or(() -> settings.masterKey().map(MasterKey::parse));
    }

    /** The data folder, held unless another process runs the installation. */
    public DataFolder folder() {
        return folder;
    }

    /** The installation's master key. */
    public MasterKey masterKey() {
        return masterKey;
    }

    /** The two roles of the database. */
    public DatabaseAccess database() {
        return database;
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
        folder.close();
    }
}
