package cat.eset.examples.torture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A database that outlives whoever uses it, and that can be killed if it is a process of its own. */
sealed interface TortureDatabase extends AutoCloseable {

    /** Where it is. */
    String url();

    /** Kills it and starts it again; nothing if it is no process of its own. */
    default void killAndStart() {}

    @Override
    void close();

    /** Connections to it. */
    static JdbcConnectionPool pool(String url) {
        ConnectionPoolDataSource source;
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url);
            source = h2;
        } else {
            PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
            postgres.setURL(url);
            postgres.setUser("postgres");
            source = postgres;
        }
        return JdbcConnectionPool.create(source);
    }

    /** A file that dies with the process that has it open. */
    record H2(Path folder) implements TortureDatabase {
        @Override
        public String url() {
            return "jdbc:h2:file:" + folder.resolve("town-hall").toAbsolutePath() + ";WRITE_DELAY=0";
        }

        @Override
        public void close() {}
    }

    /** A server, set to what production has: commits wait for the disk. */
    final class Postgres implements TortureDatabase {

        private final Path folder;
        private EmbeddedPostgres server;

        Postgres(Path folder) {
            this.folder = folder;
            this.server = start(folder, 0);
        }

        private static EmbeddedPostgres start(Path folder, int port) {
            try {
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .setPGStartupWait(Duration.ofMinutes(2))
                        // Without these the embedded server forgets commits when it is killed.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on");
                return (port == 0 ? builder : builder.setPort(port)).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String url() {
            return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
        }

        /**
         * The first process of the server; the others end when it is gone, but not at once, and while one of them has its memory no other
         * server begins.
         */
        @Override
        public void killAndStart() {
            int port = server.getPort();
            try {
                long postmaster = Long.parseLong(
                        Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
                ProcessHandle first = ProcessHandle.of(postmaster).orElseThrow();
                List<ProcessHandle> all =
                        Stream.concat(Stream.of(first), first.descendants()).toList();
                first.destroyForcibly();
                all.forEach(one -> one.onExit().orTimeout(2, TimeUnit.MINUTES).join());
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = start(folder, port);
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
