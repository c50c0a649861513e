package be.quartier.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How to reach the installation's database as its two roles.
 *
 * @param url JDBC address, without credentials
 * @param owner role that owns the tables: migrations, audit and backup
 * @param app role of the application: owns nothing, subject to row-level security
 */
public record DatabaseAccess(String url, Login owner, Login app) {

    /** A role and its password; never printed. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** A new connection as the owner; the caller closes it. */
    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner.user(), owner.password());
    }

    /** A new connection as the application's role; the caller closes it. */
    public Connection connectAsApp() throws SQLException {
        return DriverManager.getConnection(url, app.user(), app.password());
    }
}
