package cat.eset.benchmarks.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A PostgreSQL server of its own, set as in production: the embedded one would not wait for its disk. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Server start() throws IOException {
        return new Server(asInProduction().start());
    }

    /** A server whose databases are in a folder and stay there, and that writes what it logs into {@code log/server.log} of it. */
    static Server startIn(Path folder) throws IOException {
        return new Server(asInProduction()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_filename", "server.log")
                .start());
    }

    private static EmbeddedPostgres.Builder asInProduction() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB");
    }

    String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres";
    }

    /** A pool of connections. */
    static DataSource pool(String url, int connections) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setURL(url);
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(connections);
        return pool;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
