package be.quartier.installation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses a database on which an acknowledged payment could be lost or one commune could read another's rows.
 *
 * <p>Sources: PostgreSQL manual, "Reliability" (fsync, full_page_writes, synchronous_commit) and "Row Security Policies"
 * (superusers, BYPASSRLS and table owners are exempt).
 */
public final class DatabaseSafety {

    private static final int VERSION_MIN = 150000;

    private DatabaseSafety() {}

    /**
     * Refuses an unsafe database.
     *
     * @throws InstallationRefused naming every unsafe setting found
     */
    public static void require(DatabaseAccess access) {
        List<String> faults = faults(access);
        if (!faults.isEmpty()) {
            throw new InstallationRefused("Quartier does not start on this database: " + String.join("; ", faults)
                    + ". Nothing was changed; mend the settings and start again.");
        }
    }

    /** One phrase per fault; empty when the database is safe. */
    static List<String> faults(DatabaseAccess access) {
        List<String> faults = new ArrayList<>();
        try (Connection connection = access.connectAsApp();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                String value = text(statement, "show " + setting);
                if (value.equals("off") || (setting.equals("synchronous_commit") && value.equals("local"))) {
                    faults.add(setting + " is " + value + ", so a power cut could lose money that was acknowledged");
                }
            }
            int version = Integer.parseInt(text(statement, "show server_version_num"));
            if (version < VERSION_MIN) {
                faults.add("PostgreSQL " + version / 10000 + " is too old, 15 or later is needed");
            }
            if (!text(statement, "select (rolsuper or rolbypassrls)::text from pg_roles where rolname = current_user")
                    .equals("false")) {
                faults.add("the application's role is a superuser or has BYPASSRLS, so it could read every commune");
            }
            if (!text(statement, OWNS_A_TABLE).equals("0")) {
                faults.add("the application's role owns tables or is a member of their owner, so row-level security "
                        + "would not bind it");
            }
        } catch (SQLException e) {
            faults.add("the application's role cannot connect (" + e.getMessage() + ")");
        }
        return faults;
    }

    private static final String OWNS_A_TABLE = """
            select count(*)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema()
              and c.relkind in ('r', 'p')
              and pg_has_role(current_user, c.relowner, 'member')
            """;

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
