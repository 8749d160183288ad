package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.registry.Direction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's own transaction and ours are one, when the vendor wants it. */
class TransactionsTest {

    private static final String VENDOR_TABLE = "CREATE TABLE IF NOT EXISTS vendor_note (note VARCHAR(80))";

    /** What a vendor does on a connection of its own. */
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** In a transaction that the work ends; the connection goes back as it came. */
    private static void onConnectionOf(DataSource database, Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.setAutoCommit(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_vendor_commits_is_there_with_what_it_wrote_itself(TestDatabase kind) throws SQLException {
        DataSource database = vendorDatabase(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        onConnectionOf(database, connection -> {
            note(connection, "abans");
            store.joining(connection, () -> Town.register(store, Town.CLERK, "Dins de la transacció del proveïdor"));
            note(connection, "després");

            assertThat(entries(store)).isZero();
            connection.commit();
        });
        assertThat(entries(store)).isEqualTo(1);
        assertThat(notes(database)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_vendor_rolls_back_is_gone_and_its_number_is_free(TestDatabase kind) throws SQLException {
        DataSource database = vendorDatabase(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        onConnectionOf(database, connection -> {
            store.joining(connection, () -> Town.register(store, Town.CLERK, "Que no serà"));
            connection.rollback();
        });
        assertThat(Town.register(store, Town.CLERK, "Que serà").number().sequence())
                .isEqualTo(1);
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    @ParameterizedTest
    @EnumSource
    void work_that_fails_leaves_nothing_in_the_transaction_of_a_vendor_that_commits_all_the_same(TestDatabase kind)
            throws SQLException {
        DataSource database = vendorDatabase(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        onConnectionOf(database, connection -> {
            note(connection, "que es queda");
            assertThatThrownBy(() -> store.joining(connection, () -> {
                        Town.register(store, Town.CLERK, "Que no serà");
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            store.joining(connection, () -> Town.register(store, Town.CLERK, "Que serà"));
            connection.commit();
        });
        assertThat(notes(database)).isEqualTo(1);
        assertThat(store.registryBook().year(Town.BRUC, Direction.ENTRY, 2026))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content().extract()).isEqualTo("Que serà"));
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_transaction_of_a_framework_is_found_by_itself(TestDatabase kind) throws SQLException {
        DataSource database = vendorDatabase(kind);
        AtomicReference<Optional<Connection>> open = new AtomicReference<>(Optional.empty());
        JdbcStore store =
                JdbcStore.builder(database, Town.CLOCK).joining(open::get).build();
        onConnectionOf(database, connection -> {
            open.set(Optional.of(connection));
            Town.register(store, Town.CLERK, "Dins");
            store.unitOfWork().run(() -> Town.open(store, Town.CLERK, "Dins"));
            open.set(Optional.empty());
            assertThat(entries(store)).isZero();
            connection.rollback();
        });
        Town.register(store, Town.CLERK, "Fora");
        assertThat(entries(store)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void work_that_failed_is_not_committed_by_giving_the_connection_back_when_it_could_not_be_rolled_back(
            TestDatabase kind) throws SQLException {
        DataSource database = kind.emptied();
        Town.register(JdbcStore.builder(database, Town.CLOCK).build(), Town.CLERK, "Que hi és");
        List<Connection> lent = new ArrayList<>();
        JdbcStore store = JdbcStore.builder(Faults.withoutRollback(database, lent), Town.CLOCK)
                .build();
        assertThatThrownBy(() -> store.unitOfWork().run(() -> {
                    Town.register(store, Town.CLERK, "Que no serà");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        for (Connection one : lent) {
            assertThat(one.isClosed()).isTrue();
        }
        assertThat(entries(JdbcStore.builder(database, Town.CLOCK).build())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_goes_back_in_the_mode_in_which_it_came(TestDatabase kind) throws SQLException {
        DataSource database = kind.emptied();
        for (boolean mode : new boolean[] {true, false}) {
            List<Boolean> modes = new ArrayList<>();
            JdbcStore store = JdbcStore.builder(Faults.inMode(database, mode, modes), Town.CLOCK)
                    .build();
            modes.clear();
            Town.register(store, Town.CLERK, "Una");
            assertThatThrownBy(() -> store.unitOfWork().run(() -> {
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(modes).isNotEmpty().containsOnly(mode);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_commits_by_itself_is_refused(TestDatabase kind) throws SQLException {
        DataSource database = vendorDatabase(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        try (Connection connection = database.getConnection()) {
            assertThatThrownBy(() -> store.joining(connection, () -> entries(store)))
                    .isInstanceOf(EsetException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, commit, false", "H2, commit, true", "H2, rollback, false", "H2, rollback, true",
        "POSTGRESQL, commit, false", "POSTGRESQL, commit, true", "POSTGRESQL, rollback, false",
                "POSTGRESQL, rollback, true"
    })
    void whoever_ends_the_transaction_inside_the_work_is_told_that_nobody_knows_what_is_stored(
            TestDatabase kind, String how, boolean fails) throws SQLException {
        DataSource database = vendorDatabase(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        onConnectionOf(database, connection -> {
            note(connection, "abans");
            assertThatThrownBy(() -> store.joining(connection, () -> {
                        Town.register(store, Town.CLERK, "Que potser serà");
                        end(connection, how);
                        if (fails) {
                            throw new IllegalStateException("on purpose");
                        }
                        return store.outbox();
                    }))
                    .satisfies(TransactionsTest::isUnknown);
            connection.rollback();
        });
        assertThat(entries(store)).isEqualTo(how.equals("commit") ? 1 : 0);
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_after_the_vendor_committed_inside_the_work_breaks_no_chain(TestDatabase kind)
            throws SQLException {
        DataSource database = vendorDatabase(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        onConnectionOf(database, connection -> {
            assertThatThrownBy(() -> store.joining(connection, () -> {
                        Town.register(store, Town.CLERK, "Una");
                        end(connection, "commit");
                        Town.register(JdbcStore.builder(database, Town.CLOCK).build(), Town.CLERK, "D'un altre");
                        return Town.register(store, Town.CLERK, "Dues");
                    }))
                    .isInstanceOf(StoreException.class)
                    .satisfies(TransactionsTest::isUnknown);
            connection.rollback();
        });
        assertThat(entries(store)).isEqualTo(2);
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_undone_in_the_transaction_of_the_vendor_is_told(TestDatabase kind) throws SQLException {
        DataSource database = vendorDatabase(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        try (Connection connection =
                Faults.withoutRollback(database, new ArrayList<>()).getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> store.joining(connection, () -> {
                        Town.register(store, Town.CLERK, "Que potser serà");
                        throw new IllegalStateException("on purpose");
                    }))
                    .satisfies(TransactionsTest::isUnknown)
                    .satisfies(e ->
                            assertThat(e.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class));
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertThat(entries(store)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void inside_a_transaction_only_the_same_one_can_be_joined(TestDatabase kind) throws SQLException {
        DataSource database = vendorDatabase(kind);
        JdbcStore store = JdbcStore.builder(database, Town.CLOCK).build();
        try (Connection one = database.getConnection();
                Connection another = database.getConnection()) {
            one.setAutoCommit(false);
            another.setAutoCommit(false);
            store.joining(one, () -> store.joining(one, () -> Town.register(store, Town.CLERK, "Dins de dins")));
            assertThatThrownBy(() -> store.joining(one, () -> store.joining(another, () -> entries(store))))
                    .isInstanceOf(EsetException.class)
                    .hasMessageContaining("another one");
            assertThatThrownBy(() -> store.unitOfWork().call(() -> store.joining(another, () -> entries(store))))
                    .isInstanceOf(EsetException.class)
                    .hasMessageContaining("another one");
            one.commit();
            one.setAutoCommit(true);
            another.setAutoCommit(true);
        }
        assertThat(entries(store)).isEqualTo(1);
    }

    private static void isUnknown(Throwable told) {
        assertThat(told).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.problem()).isEqualTo(StoreException.Problem.COMMIT_UNKNOWN);
            assertThat(e.failure().effect()).isEqualTo(Failure.Effect.UNKNOWN);
        });
    }

    private static void end(Connection connection, String how) {
        try {
            if (how.equals("commit")) {
                connection.commit();
            } else {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource vendorDatabase(TestDatabase kind) {
        DataSource database = kind.emptied();
        TestDatabase.execute(database, VENDOR_TABLE, "DELETE FROM vendor_note");
        return database;
    }

    private static int entries(JdbcStore store) {
        return store.registryBook().year(Town.BRUC, Direction.ENTRY, 2026).size();
    }

    private static void note(Connection connection, String note) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO vendor_note VALUES ('" + note + "')");
        }
    }

    private static int notes(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM vendor_note")) {
            count.next();
            return count.getInt(1);
        }
    }
}
