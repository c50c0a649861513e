package be.quartier.installation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a backup needs to know of the schema. */
final class BackupSchema {

    private BackupSchema() {}

    /** Every table that holds rows of the product, by name, quoted; the histories of migrations stay out. */
    static List<String> tables(Connection connection) throws SQLException {
        return list(connection, """
                select quote_ident(c.relname)
                from pg_class c
                where c.relnamespace = 'public'::regnamespace
                  and c.relkind = 'r'
                  and c.relname not like 'migration\\_%'
                order by c.relname
                """);
    }

    /** Changes whenever a table or column does. */
    static String fingerprint(Connection connection) throws SQLException {
        List<String> columns = list(connection, """
                select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace = 'public'::regnamespace
                  and c.relkind = 'r'
                  and c.relname not like 'migration\\_%'
                order by c.relname, a.attnum
                """);
        byte[] text = String.join("\n", columns).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(BackupManifest.sha256().digest(text));
    }

    /** The sequences and their values, one {@code name tab value} a line. */
    static byte[] sequences(Connection connection) throws SQLException {
        List<String> lines = list(connection, """
                select quote_ident(sequencename) || chr(9) || last_value
                from pg_sequences
                where schemaname = 'public' and last_value is not null
                order by sequencename
                """);
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Foreign keys as the pairs of statements that drop and make them again. */
    static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
                        from pg_constraint
                        where contype = 'f' and connamespace = 'public'::regnamespace
                        """)) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    record ForeignKey(String table, String name, String definition) {
        String drop() {
            return "alter table " + table + " drop constraint " + name;
        }

        String add() {
            return "alter table " + table + " add constraint " + name + " " + definition;
        }
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
