package cat.eset.store;

import cat.eset.core.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The databases that were tried, and the few things that they say differently. */
enum Dialect {
    H2("h2", "VARBINARY", " FOR UPDATE WAIT 30", ""),
    POSTGRESQL("postgresql", "BYTEA", " FOR UPDATE", " ON CONFLICT DO NOTHING");

    /** How long a writer waits for another one. PostgreSQL is told by the time limit of the statement. */
    static final int WAIT_SECONDS = 30;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final String folder;
    private final String bytes;
    private final String forUpdate;
    private final String ifAbsent;

    Dialect(String folder, String bytes, String forUpdate, String ifAbsent) {
        this.folder = folder;
        this.bytes = bytes;
        this.forUpdate = forUpdate;
        this.ifAbsent = ifAbsent;
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

    /** Locks the rows of a query, or gives up after {@link #WAIT_SECONDS}. */
    String forUpdate() {
        return forUpdate;
    }

    /** Makes an insert pass over a row that is there. H2 refuses it instead, and goes on with the transaction. */
    String ifAbsent() {
        return ifAbsent;
    }

    /** Whether a column has all the words of one parameter, {@link #words}. */
    String hasWords(String column) {
        return switch (this) {
            case POSTGRESQL -> "to_tsvector('simple', " + column + ") @@ plainto_tsquery('simple', ?)";
            case H2 -> "REGEXP_LIKE(" + column + ", ?)";
        };
    }

    /** Words as the parameter of {@link #hasWords}. */
    String words(String words) {
        return switch (this) {
            case POSTGRESQL -> words;
            case H2 -> {
                String all = WORD.matcher(words)
                        .results()
                        .map(word -> "(?=.*" + Pattern.quote(word.group()) + ")")
                        .collect(Collectors.joining());
                // Without a word nothing is found, as on PostgreSQL.
                yield all.isEmpty() ? "(?!)" : "(?iu)^" + all + ".*";
            }
        };
    }

    /** A name that is written without quotes, as the catalogue of the database has it: H2 can be told to write it like PostgreSQL. */
    static String catalogued(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
