package be.quartier;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.testing.TestInstallation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schema's rules: every key and every row belongs to one commune, and the application owns nothing. */
class SchemaTests {

    /** Tables that are not one commune's, each with its reason. */
    private static final Map<String, String> SHARED = Map.of(
            "installation_fact", "facts of the whole installation",
            "commune", "the directory in which communes find each other",
            "scheduled_tasks", "jobs of every node, keyed by task name",
            "login_directory", "the one global look-up: login hash to commune");

    private static final String KEYS_WITHOUT_COMMUNE = """
            select c.relname || '.' || k.conname as fault
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            where c.relnamespace = 'public'::regnamespace
              and k.contype in ('p', 'u', 'f')
              and not exists (
                select 1 from pg_attribute a
                where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'commune_id')
            union all
            select c.relname || '.' || i.relname
            from pg_index x
            join pg_class c on c.oid = x.indrelid
            join pg_class i on i.oid = x.indexrelid
            where c.relnamespace = 'public'::regnamespace
              and x.indisunique
              and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)
              and not exists (
                select 1 from pg_attribute a
                where a.attrelid = x.indrelid and a.attnum = any (x.indkey) and a.attname = 'commune_id')
            union all
            select c.relname || ' has no primary key'
            from pg_class c
            where c.relnamespace = 'public'::regnamespace
              and c.relkind = 'r'
              and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
            """;

    private static final String TABLES_WITHOUT_WALL = """
            select c.relname
            from pg_class c
            where c.relnamespace = 'public'::regnamespace
              and c.relkind in ('r', 'p')
              and not (c.relrowsecurity and exists (
                select 1 from pg_policy p
                where p.polrelid = c.oid
                  and pg_get_expr(p.polqual, p.polrelid) like '%app.commune%'))
            """;

    @Test
    void everyPrimaryForeignAndUniqueKeyContainsTheCommune() throws SQLException {
        assertThat(faults(KEYS_WITHOUT_COMMUNE)).isEmpty();
    }

    @Test
    void everyTableOfACommuneHasRowLevelSecurity() throws SQLException {
        assertThat(faults(TABLES_WITHOUT_WALL)).isEmpty();
    }

    @Test
    void theOwnerWhoBacksUpAndAuditsReadsEveryTable() throws SQLException {
        assertThat(faults("select relname from pg_class where relforcerowsecurity"))
                .isEmpty();
    }

    @Test
    void aTableWithoutCommuneIsFound() throws SQLException {
        String ddl = "create table lonely (id int primary key, name text unique)";
        assertThat(faults(KEYS_WITHOUT_COMMUNE, ddl)).contains("lonely.lonely_pkey", "lonely.lonely_name_key");
        assertThat(faults(TABLES_WITHOUT_WALL, ddl)).contains("lonely");
    }

    private static List<String> faults(String sql, String... ddl) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = TestInstallation.get().database().connectAsOwner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String change : ddl) {
                statement.execute(change);
            }
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    String fault = rows.getString(1);
                    String table = fault.split("[. ]", 2)[0];
                    if (!SHARED.containsKey(table) && !table.startsWith("migration_")) {
                        faults.add(fault);
                    }
                }
            }
            connection.rollback();
        }
        return faults;
    }
}
