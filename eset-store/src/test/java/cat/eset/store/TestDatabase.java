package cat.eset.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** Databases for tests: H2 in memory, and one PostgreSQL server for the whole run, in which each test gets a schema or database of its own. */
enum TestDatabase {
    H2 {
        @Override
        DataSource create() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return JdbcConnectionPool.create(h2);
        }
    },
    POSTGRESQL {
        @Override
        DataSource create() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setServerNames(new String[] {"localhost"});
            source.setPortNumbers(new int[] {Server.STARTED.getPort()});
            source.setUser("postgres");
            source.setDatabaseName(name);
            return JdbcConnectionPool.create(source);
        }
    };

    /** An empty database. */
    abstract DataSource create();

    /** A store on an empty database. */
    JdbcStore store(Clock clock) {
        return store(create(), clock);
    }

    static JdbcStore store(DataSource database, Clock clock) {
        StoreSchema.of(database, StoreSchema.DEFAULT_NAME).migrate();
        return JdbcStore.builder(database, clock).build();
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
        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
