package be.quartier.installation;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema to this version, module by module in the order of the architecture, as the owner. */
public final class Migrations {

    /** The modules that own tables, lowest first; each has a folder in {@code db/migration} and its own history. */
    public static final List<String> MODULES = List.of(
            "installation", "commune", "people", "messaging", "ledger", "merchants", "vouchers", "shop", "demo");

    private Migrations() {}

    /**
     * Runs what is missing; nothing when up to date.
     *
     * @throws InstallationRefused when a migration fails; the failed one is rolled back whole
     */
    public static void run(DatabaseAccess access) {
        for (String module : MODULES) {
            if (Migrations.class.getResource("/db/migration/" + module) == null) {
                continue;
            }
            try {
                Flyway.configure()
                        .dataSource(
                                access.url(),
                                access.owner().user(),
                                access.owner().password())
                        .locations("classpath:db/migration/" + module)
                        .table("migration_" + module)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .placeholders(Map.of("app", '"' + access.app().user() + '"'))
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                throw new InstallationRefused(
                        "The database could not be brought to this version (module " + module + "): " + e.getMessage(),
                        e);
            }
        }
    }
}
