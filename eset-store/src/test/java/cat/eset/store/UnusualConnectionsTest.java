package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Failure;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that are not as one expects, and vendors that do more with theirs than they should: no number twice, no gap, no broken chain. */
class UnusualConnectionsTest {

    @ParameterizedTest
    @EnumSource
    void a_savepoint_of_the_vendor_that_takes_back_part_of_the_work_breaks_no_chain(TestDatabase kind)
            throws SQLException {
        DataSource database = kind.emptied();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> store.joining(connection, () -> {
                        Town.register(store, Town.CLERK, "Una");
                        Savepoint before = savepoint(connection);
                        Town.register(store, Town.CLERK, "Que no serà");
                        rollBack(connection, before);
                        return Town.register(store, Town.CLERK, "Que tampoc");
                    }))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.CONFLICT))
                    .hasMessageContaining("rolled back");
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertSoundAfter(store, 0);
    }

    /** H2 gives the transaction its name when something is written, which nobody had done before. */
    @ParameterizedTest
    @EnumSource
    void a_transaction_in_which_nobody_wrote_before_is_not_ended_unseen_either(TestDatabase kind) throws SQLException {
        DataSource database = kind.emptied();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> store.joining(connection, () -> {
                        RegistryEntry entry = Town.register(store, Town.CLERK, "Una");
                        commit(connection);
                        return entry;
                    }))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.COMMIT_UNKNOWN));
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertSoundAfter(store, 1);
    }

    @ParameterizedTest
    @EnumSource
    void the_journal_of_a_platform_does_not_wait_for_the_transaction_from_which_it_is_read(TestDatabase kind)
            throws SQLException {
        DataSource database = kind.emptied();
        AtomicReference<Optional<Connection>> open = new AtomicReference<>(Optional.empty());
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK)
                .joining(open::get)
                .patience(1)
                .build();
        Town.register(store, Town.CLERK, "Abans");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            open.set(Optional.of(connection));
            Town.register(store, Town.CLERK, "Dins");
            assertThat(store.journal().after(0, 10)).hasSize(2);
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Such a transaction does not see what was registered after it began: it is refused, or it goes on from there. */
    @ParameterizedTest
    @CsvSource({
        "H2, 4",
        "H2, 8",
        "POSTGRESQL, 4",
        "POSTGRESQL, 8",
    })
    void a_transaction_of_another_isolation_that_is_joined_numbers_nothing_twice(TestDatabase kind, int isolation)
            throws SQLException {
        DataSource database = kind.emptied();
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).patience(1).build();
        Town.register(store, Town.CLERK, "Una");
        int registered = 2;
        try (Connection connection = database.getConnection()) {
            int before = connection.getTransactionIsolation();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            store.joining(connection, () -> entries(store));
            Town.register(store, Town.CLERK, "Dues");
            try {
                store.joining(connection, () -> Town.register(store, Town.CLERK, "Tres"));
                connection.commit();
                registered++;
            } catch (StoreException e) {
                assertThat(e.failure().effect()).isEqualTo(Failure.Effect.NONE);
                connection.rollback();
            }
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(before);
        }
        assertSoundAfter(store, registered);
    }

    @Test
    void a_pool_that_gives_out_connections_to_read_only_is_told_and_nothing_is_stored() {
        DataSource database = TestDatabase.POSTGRESQL.emptied();
        AtomicBoolean readOnly = new AtomicBoolean(true);
        JdbcStore store = JdbcStore.builder(
                        Faults.dataSource(() -> {
                            Connection one = database.getConnection();
                            one.setReadOnly(readOnly.get());
                            return Faults.connection(one, (method, call) -> {
                                if (method.getName().equals("close")) {
                                    one.setReadOnly(false);
                                }
                                return call.run();
                            });
                        }),
                        Town.CLOCK)
                .build();
        assertThatThrownBy(() -> Town.register(store, Town.CLERK, "Que no serà"))
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.problem()).isEqualTo(StoreException.Problem.UNAVAILABLE);
                    assertThat(e.failure().retry()).isEqualTo(Failure.Retry.LATER);
                })
                .hasMessageContaining("only be read");
        readOnly.set(false);
        Town.register(store, Town.CLERK, "Una");
        assertSoundAfter(store, 1);
    }

    /** The file of {@code jdbc:h2:file:} is closed by an interrupt, whoever works on it. */
    @Test
    void an_interrupted_thread_closes_no_H2_file_that_is_open_asynchronously(@TempDir Path folder) {
        JdbcConnectionPool h2 =
                JdbcConnectionPool.create("jdbc:h2:async:" + folder.resolve("eset") + ";WRITE_DELAY=0", "", "");
        JdbcStore store = TestDatabase.store(h2, Town.CLOCK);
        Town.register(store, Town.CLERK, "Una");
        Thread.currentThread().interrupt();
        try {
            Town.register(store, Town.CLERK, "Dues");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertSoundAfter(store, 2);
        h2.dispose();
    }

    /** The next number is the next one, and the chain is whole. */
    private static void assertSoundAfter(JdbcStore store, int registered) {
        assertThat(entries(store)).hasSize(registered);
        assertThat(Town.register(store, Town.CLERK, "La següent").number().sequence())
                .isEqualTo(registered + 1);
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    private static List<RegistryEntry> entries(JdbcStore store) {
        return store.registryBook().year(Town.BRUC, Direction.ENTRY, 2026);
    }

    private static Savepoint savepoint(Connection connection) {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rollBack(Connection connection, Savepoint to) {
        try {
            connection.rollback(to);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
