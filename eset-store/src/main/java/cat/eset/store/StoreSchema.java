package cat.eset.store;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Failure;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

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
    public static final int VERSION = 5;

    /** The name when none is given. */
    public static final String DEFAULT_NAME = "eset";

    private static final String READABLE_FROM = "SELECT readable_from FROM eset.schema_version";
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
        migrate(MigrationVersion.LATEST);
    }

    /** As far as a version of the tables. */
    void migrate(MigrationVersion target) {
        Dialect dialect = asked(Dialect::of);
        try {
            Flyway.configure(StoreSchema.class.getClassLoader())
                    .dataSource(dataSource)
                    .schemas(catalogued())
                    .resourceProvider(SchemaVersions.of(dialect))
                    .javaMigrationClassProvider(List::of)
                    .placeholders(Map.of(
                            "bytes", dialect.bytes(), "marked", Marks.MARKED + Marks.ALONE, "plain", Marks.PLAIN))
                    .target(target)
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
        return asked(connection -> {
            DatabaseMetaData catalogue = connection.getMetaData();
            // A line below stands for any character there.
            String escape = catalogue.getSearchStringEscape();
            String schema = Dialect.catalogued(connection, name).replace("_", escape + "_");
            String table = Dialect.catalogued(connection, "schema_version").replace("_", escape + "_");
            try (ResultSet found = catalogue.getTables(null, schema, table, null)) {
                if (!found.next()) {
                    return Optional.empty();
                }
            }
            return sql(connection).first("SELECT version FROM eset.schema_version", row -> row.getInt(1));
        });
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
        requireReadable(asked(connection -> sql(connection).first(READABLE_FROM, row -> row.getInt(1)))
                .orElseThrow(() -> SchemaVersionException.absent(name)));
    }

    /** The same in the words of SQL, for whoever is at it already. */
    static void requireReadable(Sql sql) {
        requireReadable(sql.first(READABLE_FROM, row -> row.getInt(1)).orElse(Integer.MAX_VALUE));
    }

    static void requireReadable(int readableFrom) {
        if (readableFrom > VERSION) {
            throw SchemaVersionException.newer(readableFrom);
        }
    }

    /** The name of the schema as the catalogue of the database has it. */
    String catalogued() {
        return asked(connection -> Dialect.catalogued(connection, name));
    }

    private Sql sql(Connection connection) throws SQLException {
        return new Sql(connection, Dialect.of(connection), Dialect.catalogued(connection, name));
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T asked(Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }
}
