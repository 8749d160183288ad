package cat.eset.store;

import cat.eset.core.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be true of a database before it is trusted with numbers. */
final class StartCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);
    private static final String WRITE_DELAY =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";

    private StartCheck() {}

    static Dialect of(DataSource dataSource, String schema) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            requireReadCommitted(connection);
            if (dialect == Dialect.H2) {
                requireEveryCommitWritten(connection, schema);
            }
            return dialect;
        } catch (SQLException e) {
            throw SqlFailures.ofConnecting(e);
        }
    }

    /** Whoever waits for a lock must then read what the other one left, not what was there before. */
    private static void requireReadCommitted(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            throw ConfigurationException.of(
                    "The data source gives connections of another isolation than READ COMMITTED",
                    "Leave the isolation of the data source at READ COMMITTED");
        }
    }

    /** H2 keeps commits in memory for half a second unless told otherwise: a process that is killed loses numbers it gave. */
    private static void requireEveryCommitWritten(Connection connection, String schema) throws SQLException {
        if (connection.getMetaData().getURL().startsWith("jdbc:h2:mem:")) {
            LOG.warn("The database of the store is in memory: what it holds ends with the process");
            return;
        }
        String delay = new Sql(connection, Dialect.H2, schema)
                .first(WRITE_DELAY, row -> row.getString(1))
                .orElse("unknown");
        if (!delay.equals("0")) {
            throw ConfigurationException.of(
                    "H2 delays what it commits (WRITE_DELAY is " + delay
                            + "): numbers already given would be lost when the process dies",
                    "Add ;WRITE_DELAY=0 to its URL");
        }
    }
}
