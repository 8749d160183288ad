package cat.eset.store;

import cat.eset.core.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that were tried, and the few things that they say differently. */
enum Dialect {
    H2("h2", "VARBINARY", " FOR UPDATE WAIT %d", "", 1),
    POSTGRESQL("postgresql", "BYTEA", " FOR UPDATE", " ON CONFLICT DO NOTHING", 100);

    /** How long a writer waits for another one. */
    static final int WAIT_SECONDS = 30;

    private final String folder;
    private final String bytes;
    private final String forUpdate;
    private final String ifAbsent;
    private final int together;

    Dialect(String folder, String bytes, String forUpdate, String ifAbsent, int together) {
        this.folder = folder;
        this.bytes = bytes;
        this.forUpdate = forUpdate;
        this.ifAbsent = ifAbsent;
        this.together = together;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw ConfigurationException.of(
                        "The store does not know the database " + product, "Use PostgreSQL, or H2 embedded");
        };
    }

    /** Where the versions of its tables are. */
    String folder() {
        return folder;
    }

    /** Its type of binary columns. */
    String bytes() {
        return bytes;
    }

    /** Locks the rows of a query. H2 is told here after how many seconds to give up, PostgreSQL by the time limit of the statement. */
    String forUpdate(int seconds) {
        return String.format(Locale.ROOT, forUpdate, seconds);
    }

    /** Makes an insert pass over a row that is there. H2 refuses it instead, and goes on with the transaction. */
    String ifAbsent() {
        return ifAbsent;
    }

    /**
     * How many changes make one question. H2 runs in the process, has no round trips to save, and of several would tell only what became of the
     * first. PostgreSQL takes 65 535 values in one question, and an event has ten.
     */
    int together() {
        return together;
    }

    /** A name that is written without quotes, as the catalogue of the database has it: H2 can be told to write it like PostgreSQL. */
    static String catalogued(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
