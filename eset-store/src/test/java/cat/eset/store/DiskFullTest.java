package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.document.ContentRef;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk fills up while the registry works. */
class DiskFullTest {

    @Test
    void an_H2_file_keeps_what_was_acknowledged_and_goes_on_when_there_is_room(@TempDir Path folder) {
        try (SmallDisk disk = SmallDisk.mount(folder, "2m")) {
            String url = "jdbc:h2:file:" + disk.folder().resolve("eset") + ";WRITE_DELAY=0";
            JdbcConnectionPool full = JdbcConnectionPool.create(url, "", "");
            JdbcStore store = TestDatabase.store(full, Town.CLOCK);
            List<String> acknowledged = new ArrayList<>();

            // H2 notices while it commits: whether the last entry is stored is not known, and the error says so.
            assertThat(catchThrowable(() -> registerForever(store, acknowledged)))
                    .isInstanceOfSatisfying(StoreException.class, e -> {
                        assertThat(e.problem())
                                .isIn(StoreException.Problem.COMMIT_UNKNOWN, StoreException.Problem.FULL);
                        assertThat(e).hasMessageContaining("make room");
                    });
            full.dispose();
            disk.grow("20m");

            JdbcConnectionPool roomy = JdbcConnectionPool.create(url, "", "");
            assertNothingLost(JdbcStore.builder(roomy, Town.CLOCK).build(), acknowledged);
            roomy.dispose();
        }
    }

    @Test
    void PostgreSQL_keeps_what_was_acknowledged_and_goes_on_when_there_is_room(@TempDir Path folder) {
        try (SmallDisk disk = SmallDisk.mount(folder, "2m")) {
            DataSource database = TestDatabase.POSTGRESQL.create();
            StoreSchema.of(database, "eset").migrate();
            TestDatabase.execute(
                    database,
                    "CREATE TABLESPACE small LOCATION '" + disk.folder() + "'",
                    "ALTER TABLE eset.event SET TABLESPACE small");
            JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
            List<String> acknowledged = new ArrayList<>();

            assertFull(catchThrowable(() -> registerForever(store, acknowledged)));
            disk.grow("20m");

            assertNothingLost(store, acknowledged);
            TestDatabase.execute(database, "ALTER TABLE eset.event SET TABLESPACE pg_default", "DROP TABLESPACE small");
        }
    }

    @Test
    void a_document_that_does_not_fit_leaves_no_half_of_it(@TempDir Path folder) throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, "1m")) {
            FileContentStorage files = FileContentStorage.in(disk.folder());
            JdbcStore store = JdbcStore.builder(TestDatabase.H2.emptied(), Town.CLOCK)
                    .content(files)
                    .build();
            byte[] bytes = new byte[2 << 20];
            new Random(1).nextBytes(bytes);
            DocumentContent content = DocumentContent.of(bytes, MediaType.PDF);

            assertFull(catchThrowable(() -> store.documents().put(content)));
            assertThat(store.documents().open(ContentRef.of(content))).isEmpty();
            disk.grow("10m");
            ContentRef kept = store.documents().put(content);
            assertThat(store.documents().open(kept).orElseThrow().readAllBytes())
                    .isEqualTo(bytes);
        }
    }

    private static void registerForever(JdbcStore store, List<String> acknowledged) {
        while (acknowledged.size() < 100_000) {
            acknowledged.add(
                    Town.register(store, Town.CLERK, "x".repeat(240)).number().text());
        }
    }

    private static void assertFull(Throwable thrown) {
        assertThat(thrown).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.problem()).isEqualTo(StoreException.Problem.FULL);
            assertThat(e.failure().remedy().orElseThrow()).contains("make room");
        });
    }

    private static void assertNothingLost(JdbcStore store, List<String> acknowledged) {
        assertThat(acknowledged).isNotEmpty();
        List<RegistryEntry> entries = store.registryBook().year(Town.BRUC, Direction.ENTRY, 2026);
        assertThat(entries).extracting(entry -> entry.number().text()).containsAll(acknowledged);
        assertThat(Town.register(store, Town.CLERK, "La següent").number().sequence())
                .isEqualTo(entries.size() + 1L);
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }
}
