package be.quartier.commune;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction with {@code set local app.commune}, so that row-level security binds it to the commune of
 * {@link Tenancy}. The statement is built from an int because {@code set} takes no parameter, and {@code set_config} is
 * not passed on to the workers of a distributed PostgreSQL.
 */
final class TenantTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    TenantTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (Tenancy.current().isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "set local app.commune = '" + Tenancy.required().value() + "'");
            }
        }
    }
}
