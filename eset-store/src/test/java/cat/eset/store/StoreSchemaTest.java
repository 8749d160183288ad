package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cat.eset.core.ConfigurationException;
import cat.eset.core.OperationId;
import cat.eset.core.work.Outbox;
import cat.eset.store.desk.Page;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of another version are refused in words, before anything is written. */
class StoreSchemaTest {

    @ParameterizedTest
    @EnumSource
    void without_tables_it_says_how_to_make_them(TestDatabase kind) {
        DataSource database = kind.create();

        assertThat(StoreSchema.of(database, "eset").version()).isEmpty();
        assertThatThrownBy(() -> JdbcStore.builder(database, Town.CLOCK).build())
                .isInstanceOf(SchemaVersionException.class)
                .hasMessageContaining("StoreSchema.migrate()");
    }

    @ParameterizedTest
    @EnumSource
    void tables_are_made_once_also_by_several_at_a_time_and_twice_changes_nothing(TestDatabase kind) throws Exception {
        DataSource database = kind.create();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Void> migration = () -> {
                StoreSchema.of(database, "eset").migrate();
                return null;
            };
            for (Future<Void> one :
                    threads.invokeAll(Stream.generate(() -> migration).limit(3).toList())) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        Town.register(store, Town.CLERK, "Una");
        StoreSchema.of(database, "eset").migrate();

        assertThat(StoreSchema.of(database, "eset").version()).contains(StoreSchema.VERSION);
        assertThat(Town.register(store, Town.CLERK, "Dues").number().sequence()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void two_schemas_of_one_database_are_two_stores(TestDatabase kind) {
        DataSource database = kind.create();
        StoreSchema.of(database, "un").migrate();
        StoreSchema.of(database, "dos").migrate();
        JdbcStore one = JdbcStore.builder(database, Town.CLOCK).schema("un").build();
        JdbcStore two = JdbcStore.builder(database, Town.CLOCK).schema("dos").build();

        Town.register(one, Town.CLERK, "Una");
        assertThat(Town.register(two, Town.CLERK, "Una").number().sequence()).isEqualTo(1);
        assertThat(one.chainEnd(Town.BRUC).position()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_is_not_taken_for_one_with_a_similar_name(TestDatabase kind) {
        DataSource database = kind.create();
        StoreSchema.of(database, "elxbruc").migrate();

        assertThat(StoreSchema.of(database, "el_bruc").version()).isEmpty();
        assertThatThrownBy(() -> JdbcStore.builder(database, Town.CLOCK)
                        .schema("el_bruc")
                        .build())
                .isInstanceOf(SchemaVersionException.class)
                .hasMessageContaining("el_bruc");
    }

    @ParameterizedTest
    @EnumSource
    void a_word_of_SQL_can_be_the_name_of_a_schema(TestDatabase kind) {
        DataSource database = kind.create();
        StoreSchema.of(database, "user").migrate();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).schema("user").build();
        Town.register(store, Town.CLERK, "Una");
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    @Test
    void H2_may_write_its_names_as_PostgreSQL_does() {
        for (String mode : List.of(";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", ";DATABASE_TO_UPPER=FALSE")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + mode);
            JdbcStore store = TestDatabase.store(h2, Town.CLOCK);
            Town.register(store, Town.CLERK, "Una");
            Town.register(store, Town.CLERK, "Dues");
            assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
        }
    }

    @Test
    void a_user_of_an_H2_file_who_is_no_administrator_needs_only_to_read_and_write_rows(@TempDir Path folder) {
        JdbcDataSource administrator = (JdbcDataSource) h2(folder, ";WRITE_DELAY=0");
        administrator.setUser("sa");
        StoreSchema.of(administrator, "eset").migrate();
        TestDatabase.execute(
                administrator,
                "CREATE USER desk PASSWORD 'desk'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA eset TO desk");
        JdbcDataSource desk = (JdbcDataSource) h2(folder, "");
        desk.setUser("desk");
        desk.setPassword("desk");
        JdbcStore store = JdbcStore.builder(desk, Town.CLOCK).build();
        assertThat(Town.register(store, Town.CLERK, "Una").number().sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void an_older_SDK_that_migrates_newer_tables_leaves_them_as_they_are(TestDatabase kind) {
        DataSource database = migrated(kind);
        TestDatabase.execute(
                database,
                "INSERT INTO eset.\"flyway_schema_history\" VALUES"
                        + " (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'somebody', CURRENT_TIMESTAMP, 1, TRUE)",
                "UPDATE eset.schema_version SET version = 99");

        StoreSchema.of(database, "eset").migrate();
        assertThat(StoreSchema.of(database, "eset").version()).contains(99);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        assertThat(Town.register(store, Town.CLERK, "Una").number().sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_older_tables_hold_is_there_after_the_migration_and_found_as_the_new_ones_find_it(TestDatabase kind) {
        DataSource database = kind.create();
        StoreSchema.of(database, "eset").migrate(MigrationVersion.fromVersion("3"));
        OperationId message = OperationId.next();
        TestDatabase.execute(
                database,
                "INSERT INTO eset.entry (tenant, direction, number_year, number, aggregate, version, printed, registered_at,"
                        + " state, done, subject) VALUES ('0802530003', 'ENTRY', 2026, 1, 'A', 1, '2026/E/000001',"
                        + " TIMESTAMP WITH TIME ZONE '2026-03-02 09:00:00+00', 'PENDING', FALSE, 'Llicència d''obres')",
                "INSERT INTO eset.outbox (id, tenant, topic, payload, state, attempts, not_before, reason, changed_at)"
                        + " VALUES ('" + message + "', '*', 'topic', 'payload', 'PARKED', 20,"
                        + " TIMESTAMP WITH TIME ZONE '2026-03-02 09:00:00+00', 'away',"
                        + " TIMESTAMP WITH TIME ZONE '2026-03-02 09:00:00+00')");
        StoreSchema.of(database, "eset").migrate();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();

        assertThat(store.desk(Town.BRUC)
                        .searchEntries("llicencia", Page.first(10))
                        .rows())
                .hasSize(1);
        assertThat(store.outbox().requeue(message, Town.MORNING)).isTrue();
        assertThat(store.outbox().lease(Set.of("topic"), Town.MORNING, Duration.ofMinutes(1), 1))
                .extracting(Outbox.Leased::attempt, Outbox.Leased::tries)
                .containsExactly(tuple(21, 1));
    }

    @ParameterizedTest
    @EnumSource
    void older_tables_ask_for_a_migration(TestDatabase kind) {
        DataSource database = ofVersion(1, kind);

        assertThatThrownBy(() -> JdbcStore.builder(database, Town.CLOCK).build())
                .isInstanceOf(SchemaVersionException.class)
                .hasMessageContaining("version 1")
                .hasMessageContaining("migrate()");
    }

    @ParameterizedTest
    @EnumSource
    void newer_tables_that_an_older_SDK_can_use_are_used(TestDatabase kind) {
        DataSource database = ofVersion(99, kind);

        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        assertThat(Town.register(store, Town.CLERK, "Una").number().sequence()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void an_older_SDK_stops_writing_the_moment_a_newer_one_changes_the_tables(TestDatabase kind) {
        DataSource database = migrated(kind);
        JdbcStore running = JdbcStore.builder(database, Town.CLOCK).build();
        Town.register(running, Town.CLERK, "Una");
        TestDatabase.execute(database, "UPDATE eset.schema_version SET version = 99, readable_from = 99");

        assertThatThrownBy(() -> Town.register(running, Town.CLERK, "Dues"))
                .isInstanceOf(SchemaVersionException.class)
                .hasMessageContaining("Upgrade this program");
        assertThatThrownBy(() -> JdbcStore.builder(database, Town.CLOCK).build())
                .isInstanceOf(SchemaVersionException.class);
        assertThatThrownBy(() -> running.nextNumber(Town.BRUC, "DILIGENCE", 2026))
                .isInstanceOf(SchemaVersionException.class);
        assertThatThrownBy(() -> running.desk(Town.BRUC).searchEntries("una", Page.first(10)))
                .isInstanceOf(SchemaVersionException.class);
        assertThatThrownBy(() -> running.desk(Town.BRUC).searchExpedients("una", Page.first(10)))
                .isInstanceOf(SchemaVersionException.class);
        assertThat(running.chainEnd(Town.BRUC).position()).isEqualTo(1);
    }

    /** An SDK of version 4 looks on PostgreSQL for words with accents, which version 5 does not keep; on H2 it reads the subjects themselves. */
    @ParameterizedTest
    @CsvSource({"H2, 1", "POSTGRESQL, 5"})
    void an_SDK_that_would_miss_words_is_refused(TestDatabase kind, int oldest) throws SQLException {
        try (Connection connection = migrated(kind).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT readable_from FROM eset.schema_version")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(oldest);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_a_newer_SDK_is_told_and_not_guessed(TestDatabase kind) {
        DataSource database = migrated(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        var entry = Town.register(store, Town.CLERK, "Una");
        TestDatabase.execute(database, "UPDATE eset.event SET shapes = 99");

        assertThatThrownBy(() -> store.registryBook().find(Town.BRUC, entry.number()))
                .isInstanceOf(SchemaVersionException.class)
                .hasMessageContaining("newer SDK");
        TestDatabase.execute(
                database,
                "UPDATE eset.event SET shapes = 1, body = REPLACE(body, 'RegistryEvent.Registered', 'RegistryEvent.Invented')");
        assertThatThrownBy(() -> store.registryBook().find(Town.BRUC, entry.number()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.DAMAGED))
                .hasMessageNotContaining("00000000T");
    }

    @Test
    void a_name_that_is_none_is_refused() {
        DataSource database = new JdbcDataSource();
        for (String name : List.of("", "Eset", "eset; DROP", "1eset", "e".repeat(32))) {
            assertThatThrownBy(() -> StoreSchema.of(database, name)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void an_H2_file_that_delays_its_commits_is_refused(@TempDir Path folder) {
        assertThatThrownBy(() -> TestDatabase.store(h2(folder, ""), Town.CLOCK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("WRITE_DELAY=0");
        JdbcStore store = TestDatabase.store(h2(folder, ";WRITE_DELAY=0"), Town.CLOCK);
        assertThat(Town.register(store, Town.CLERK, "Una").number().sequence()).isEqualTo(1);
    }

    private static DataSource migrated(TestDatabase kind) {
        DataSource database = kind.create();
        StoreSchema.of(database, "eset").migrate();
        return database;
    }

    /** Tables that say they are of this version. */
    private static DataSource ofVersion(int version, TestDatabase kind) {
        DataSource database = migrated(kind);
        TestDatabase.execute(database, "UPDATE eset.schema_version SET version = " + version);
        return database;
    }

    private static DataSource h2(Path folder, String settings) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + folder.resolve("eset") + settings);
        return h2;
    }

    @ParameterizedTest
    @EnumSource
    void another_isolation_is_refused(TestDatabase kind) {
        DataSource database = kind.emptied();
        assertThatThrownBy(() -> JdbcStore.builder(Faults.serializable(database), Town.CLOCK)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("READ COMMITTED");
    }
}
