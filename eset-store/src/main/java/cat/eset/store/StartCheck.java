package cat.eset.store;

import cat.eset.core.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be true of a database before it is trusted with numbers. */
final class StartCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);
    private static final String WRITE_DELAY =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";
    private static final String SETTINGS_OFF =
            "SELECT name FROM pg_catalog.pg_settings WHERE setting = 'off' AND name IN ('fsync', 'synchronous_commit', 'full_page_writes')"
                    + " ORDER BY name";

    private StartCheck() {}

    /**
     * Checks a database.
     *
     * @param durable whether one that may lose commits when it dies is refused, where otherwise it is told
     */
    static Dialect of(DataSource dataSource, String schema, boolean durable) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            requireReadCommitted(connection);
            switch (dialect) {
                case H2 -> requireEveryCommitWritten(connection, schema, durable);
                case POSTGRESQL -> tellWhatIsNotWritten(connection, schema, durable);
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
    private static void requireEveryCommitWritten(Connection connection, String schema, boolean durable)
            throws SQLException {
        if (connection.getMetaData().getURL().startsWith("jdbc:h2:mem:")) {
            tell(
                    durable,
                    "The database of the store is in memory: what it holds ends with the process",
                    "Give it a file, jdbc:h2:file:...");
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

    /**
     * A server that answers before its disk has the commit is a choice of whoever runs it, for tests for example, and survives the death of this
     * process: it is told, and refused only if the vendor wants that. {@code local} and {@code remote_write} wait for the disk of the server and
     * say nothing of it here.
     */
    private static void tellWhatIsNotWritten(Connection connection, String schema, boolean durable) {
        List<String> off = notWritten(connection, schema);
        if (!off.isEmpty()) {
            tell(
                    durable,
                    "The PostgreSQL of the store has " + String.join(", ", off)
                            + " off: numbers already given are lost if it or its machine dies",
                    "Set them to on, in the server and for the user and the database of the store");
        }
    }

    private static void tell(boolean durable, String what, String remedy) {
        if (durable) {
            throw ConfigurationException.of(what, remedy);
        }
        LOG.warn(what);
    }

    /** The settings that are off and without which a commit that was acknowledged may be lost. */
    static List<String> notWritten(Connection connection, String schema) {
        return new Sql(connection, Dialect.POSTGRESQL, schema).list(SETTINGS_OFF, row -> row.getString("name"));
    }
}
