package cat.eset.examples.day;

import cat.eset.core.ConfigurationException;
import cat.eset.core.TownHall;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.work.WorkStore;
import cat.eset.store.FileContentStorage;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Where the town hall of the day keeps its work: an H2 file in the folder of the results, or a PostgreSQL server that starts and ends with the
 * day and needs no installation. The same code on both.
 */
public final class TownHallDatabase implements AutoCloseable {

    private final String kind;
    private Runnable shutDown = () -> {};

    private TownHallDatabase(String kind) {
        this.kind = kind;
    }

    /** A database of this kind, not open yet: {@code h2}, {@code postgresql} or {@code memory}. */
    public static TownHallDatabase of(String kind) {
        return new TownHallDatabase(kind);
    }

    /**
     * Opens it and makes the tables.
     *
     * @param folder for its files
     * @param townHall whose work it keeps
     * @param clock numbers and instants are taken from it
     */
    public WorkStore open(Path folder, TownHall townHall, Clock clock) {
        return switch (kind) {
            case "h2" -> on(h2(folder), folder, clock).of(townHall);
            case "postgresql" -> on(postgresql(), folder, clock).of(townHall);
            case "memory" -> MemoryStore.create(clock);
            default ->
                throw ConfigurationException.of(
                        "There is no store \"" + kind + "\"", "Say -Dstore=h2, -Dstore=postgresql or -Dstore=memory");
        };
    }

    private static JdbcStore on(DataSource database, Path folder, Clock clock) {
        StoreSchema.of(database, StoreSchema.DEFAULT_NAME).migrate();
        try {
            return JdbcStore.builder(database, clock)
                    .content(FileContentStorage.in(folder.resolve("documents")))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataSource h2(Path folder) {
        String file = folder.resolve("eset").toAbsolutePath().toString();
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + file + ";WRITE_DELAY=0", "", "");
        shutDown = pool::dispose;
        return pool;
    }

    private DataSource postgresql() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            shutDown = () -> stop(server);
            return server.getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL server could not be started", e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shutDown.run();
    }
}
