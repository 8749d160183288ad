package cat.eset.store;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of the store: a schema of their own in the vendor's database, created and brought up to date only when somebody asks.
 *
 * <pre>{@code
 * StoreSchema.of(dataSource, "eset").migrate();            // once per version, with the right to create tables
 * JdbcStore store = JdbcStore.builder(dataSource, clock).build();
 * }</pre>
 *
 * Immutable and thread-safe.
 */
public final class StoreSchema {

    /** Version of the tables that this SDK writes. */
    public static final int VERSION = 2;

    /** The name when none is given. */
    public static final String DEFAULT_NAME = "eset";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    private final DataSource dataSource;
    private final String name;

    private StoreSchema(DataSource dataSource, String name) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.name = name;
    }

    /**
     * The tables in this schema of this database; nothing is touched yet.
     *
     * @param name lower case letters, digits and underscores; 31 at most
     */
    public static StoreSchema of(DataSource dataSource, String name) {
        if (!NAME.matcher(name).matches()) {
            throw ConfigurationException.of(
                    "\"" + name + "\" cannot be the name of a schema",
                    "Use a letter, then letters, digits and underscores in lower case, 31 at most");
        }
        return new StoreSchema(dataSource, name);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /**
     * Creates the tables, or brings them to {@link #VERSION}. Needs the right to create schemas and tables; the store itself needs only to
     * read and write rows. Several processes may call it at once.
     *
     * @throws StoreException if the database refuses
     */
    public void migrate() {
        Dialect dialect = dialect();
        try {
            Flyway.configure(StoreSchema.class.getClassLoader())
                    .dataSource(dataSource)
                    .schemas(dialect.catalogued(name))
                    .resourceProvider(SchemaVersions.of(dialect))
                    .javaMigrationClassProvider(java.util.List::of)
                    .placeholders(java.util.Map.of("bytes", dialect.bytes()))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    StoreException.Problem.OTHER,
                    Failure.of(
                                    Failure.Fault.CONFIGURATION,
                                    "The tables of the store could not be created or brought up to date")
                            .service("database")
                            .remedy("Give the migration a user that may create schemas and tables; see the cause")
                            .cause(e)
                            .build());
        }
    }

    /**
     * The version of the tables that are there; empty if there are none.
     *
     * @throws StoreException if the database cannot be asked
     */
    public Optional<Integer> version() {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            String catalogued = dialect.catalogued(name);
            String table = dialect.catalogued("schema_version");
            try (ResultSet found = connection.getMetaData().getTables(null, catalogued, table, null)) {
                if (!found.next()) {
                    return Optional.empty();
                }
            }
            return new Sql(connection, dialect, name)
                    .first("SELECT version FROM eset.schema_version", row -> row.getInt(1));
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    /**
     * Whether this SDK can work with the tables that are there.
     *
     * @throws SchemaVersionException if there are none, or they are older or too new
     */
    public void check() {
        int found = version().orElseThrow(() -> SchemaVersionException.absent(name));
        if (found < VERSION) {
            throw SchemaVersionException.older(name, found);
        }
        try (Connection connection = dataSource.getConnection()) {
            requireReadable(new Sql(connection, Dialect.of(connection), name)
                    .first("SELECT readable_from FROM eset.schema_version", row -> row.getInt(1))
                    .orElseThrow(() -> SchemaVersionException.absent(name)));
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    static void requireReadable(int readableFrom) {
        if (readableFrom > VERSION) {
            throw SchemaVersionException.newer(readableFrom);
        }
    }

    private Dialect dialect() {
        try (Connection connection = dataSource.getConnection()) {
            return Dialect.of(connection);
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }
}
