package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Several processes with several threads share one registry on PostgreSQL while the year ends, and then one outbox. */
class SharedByProcessesTest {

    private static final int PROCESSES = 2;
    private static final int KEPT =
            PROCESSES * StoreProcess.THREADS * (StoreProcess.EACH - StoreProcess.EACH / StoreProcess.ROLLED_BACK);
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:00:00Z");

    @Test
    void numbers_have_no_gaps_in_either_year_and_messages_keep_their_order() throws Exception {
        DataSource database = TestDatabase.POSTGRESQL.create();
        StoreSchema.of(database, StoreSchema.DEFAULT_NAME).migrate();
        TestDatabase.execute(database, StoreProcess.DELIVERED);
        runProcesses(url(database));

        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        List<RegistryEntry> old = store.registryBook().year(Town.BRUC, Direction.ENTRY, 2026);
        List<RegistryEntry> young = store.registryBook().year(Town.BRUC, Direction.ENTRY, 2027);
        assertThat(old).isNotEmpty();
        assertThat(young).isNotEmpty();
        assertThat(old.size() + young.size()).isEqualTo(KEPT);
        withoutGaps(old);
        withoutGaps(young);
        assertThat(old).allMatch(entry -> entry.registeredAt().isBefore(NEW_YEAR));
        assertThat(young).noneMatch(entry -> entry.registeredAt().isBefore(NEW_YEAR));
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
        assertThat(numbers(database, "SELECT COUNT(DISTINCT id) FROM delivered"))
                .containsExactly((long) KEPT);
        assertThat(numbers(database, "SELECT COUNT(*) FROM delivered")).containsExactly((long) KEPT);
        for (int i = 0; i < StoreProcess.AGGREGATES; i++) {
            assertThat(numbers(
                            database,
                            "SELECT o.place FROM delivered d JOIN eset.outbox o ON o.id = d.id WHERE o.about = 'Desk "
                                    + i + "' ORDER BY d.place"))
                    .isNotEmpty()
                    .isSorted();
        }
    }

    /** Of a year, by their numbers: 1, 2, 3... and instants that never go back. */
    private static void withoutGaps(List<RegistryEntry> entries) {
        assertThat(entries)
                .extracting(entry -> entry.number().sequence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(entries).extracting(RegistryEntry::registeredAt).isSorted();
    }

    private static void runProcesses(String url) throws Exception {
        List<Process> all = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                all.add(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StoreProcess.class.getName(),
                                url)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
            }
            for (Process process : all) {
                assertThat(new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                                .readLine())
                        .isEqualTo("ready");
            }
            for (Process process : all) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
            for (Process process : all) {
                assertThat(process.waitFor()).isZero();
            }
        } finally {
            all.forEach(Process::destroyForcibly);
        }
    }

    private static String url(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private static List<Long> numbers(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<Long> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getLong(1));
            }
            return all;
        }
    }
}
