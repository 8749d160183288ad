package cat.eset.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Databases for tests: H2 in memory, and one PostgreSQL server for the whole run. */
enum TestDatabase {
    H2 {
        @Override
        DataSource create() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return JdbcConnectionPool.create(h2);
        }

        @Override
        void empty(Statement statement, List<String> tables) throws SQLException {
            for (String table : tables) {
                statement.execute("TRUNCATE TABLE " + table + " RESTART IDENTITY");
            }
        }
    },
    POSTGRESQL {
        @Override
        DataSource create() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            execute(Server.STARTED.getPostgresDatabase(), "CREATE DATABASE " + name);
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setServerNames(new String[] {"localhost"});
            source.setPortNumbers(new int[] {Server.STARTED.getPort()});
            source.setUser("postgres");
            source.setDatabaseName(name);
            return JdbcConnectionPool.create(source);
        }

        @Override
        void empty(Statement statement, List<String> tables) throws SQLException {
            statement.execute("TRUNCATE TABLE " + String.join(", ", tables) + " RESTART IDENTITY");
        }
    };

    private final Object lock = new Object();
    private @Nullable DataSource shared;

    /** A database of its own, without tables. */
    abstract DataSource create();

    abstract void empty(Statement statement, List<String> tables) throws SQLException;

    /** A store without content; what an earlier test stored is gone. */
    JdbcStore store(Clock clock) {
        return JdbcStore.builder(emptied(), clock).build();
    }

    /** A store on a database that has no tables yet. */
    static JdbcStore store(DataSource database, Clock clock) {
        StoreSchema.of(database, StoreSchema.DEFAULT_NAME).migrate();
        return JdbcStore.builder(database, clock).build();
    }

    /** The database that the tests share, with tables and without content: making one anew takes far longer than emptying it. */
    DataSource emptied() {
        synchronized (lock) {
            if (shared == null) {
                shared = create();
                StoreSchema.of(shared, StoreSchema.DEFAULT_NAME).migrate();
            }
            try (Connection connection = shared.getConnection();
                    Statement statement = connection.createStatement()) {
                empty(statement, tables(connection));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return shared;
        }
    }

    /** The database of {@link #emptied()} and {@link #store}, as it is. */
    DataSource shared() {
        synchronized (lock) {
            return Objects.requireNonNull(shared, "no test made it yet");
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        String schema = Dialect.catalogued(connection, StoreSchema.DEFAULT_NAME);
        try (ResultSet found =
                connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (!table.equalsIgnoreCase("schema_version") && !table.startsWith("flyway")) {
                    all.add(schema + "." + table);
                }
            }
        }
        return all;
    }

    /** Runs statements behind the back of the store. */
    static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        /** What the tests write need not survive the machine. */
        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
