package be.quartier.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Optional;

/** Makes the two roles and, in the embedded cluster, the database; repeating it changes nothing. */
final class DatabaseRoles {

    private DatabaseRoles() {}

    static String password(MasterKey key, String role) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive("database-role", role));
    }

    /** Database and roles of the embedded cluster; {@code database} is also the owner's name. */
    static DatabaseAccess embedded(int port, String database, MasterKey key) {
        String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        DatabaseAccess.Login owner = new DatabaseAccess.Login(database, password(key, database));
        String superPassword = password(key, EmbeddedPostgres.SUPERUSER);
        try (Connection connection =
                DriverManager.getConnection(server + "postgres", EmbeddedPostgres.SUPERUSER, superPassword)) {
            createRole(connection, owner, "createrole");
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                execute(connection, "create database " + quoted(database) + " owner " + quoted(database));
            }
        } catch (SQLException e) {
            throw new InstallationRefused(
                    "The embedded PostgreSQL refuses its own master key: " + e.getMessage()
                            + ". Is secrets/master.key the one this data folder was made with?",
                    e);
        }
        return withAppRole(server + database, owner, Optional.empty(), key);
    }

    /** The application's role beside an owner: the operator's, or one the owner makes. */
    static DatabaseAccess withAppRole(
            String url, DatabaseAccess.Login owner, Optional<DatabaseAccess.Login> given, MasterKey key) {
        if (given.isPresent()) {
            return new DatabaseAccess(url, owner, given.get());
        }
        try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            String name = connection.getCatalog() + "_app";
            DatabaseAccess.Login app = new DatabaseAccess.Login(name, password(key, name));
            createRole(connection, app, "nocreaterole");
            return new DatabaseAccess(url, owner, app);
        } catch (SQLException e) {
            throw new InstallationRefused(
                    "The database at " + url + " does not let its owner in or does not let it "
                            + "create the application's role: " + e.getMessage()
                            + ". Either grant CREATEROLE, or create a "
                            + "role yourself and give it as QUARTIER_DB_APP_USER and QUARTIER_DB_APP_PASSWORD.",
                    e);
        }
    }

    private static void createRole(Connection connection, DatabaseAccess.Login login, String attribute)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.user())) {
            execute(
                    connection,
                    "create role " + quoted(login.user()) + " login " + attribute
                            + " nosuperuser nobypassrls password '" + login.password() + "'");
        } else if (!attribute.equals("createrole")) {
            execute(connection, "alter role " + quoted(login.user()) + " password '" + login.password() + "'");
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
