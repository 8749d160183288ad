package cat.eset.store;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.work.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions of the calling thread: its own, on a connection of the data source, or the one that the vendor has open. Work inside work
 * joins the outer one.
 */
final class Transactions implements UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final DataSource dataSource;
    private final Dialect dialect;
    private final String schema;
    private final Supplier<Optional<Connection>> openOfVendor;
    private final int patience;

    /** Of this store and no other: two stores of one process are two databases. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    /**
     * Transactions on connections of a data source.
     *
     * @param openOfVendor asked for the one that the vendor has open in the thread
     * @param patience seconds that one waits for another
     */
    Transactions(
            DataSource dataSource,
            Dialect dialect,
            String schema,
            Supplier<Optional<Connection>> openOfVendor,
            int patience) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.schema = schema;
        this.openOfVendor = openOfVendor;
        this.patience = patience;
    }

    Dialect dialect() {
        return dialect;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return in(transaction -> work.get());
    }

    /** Runs statements in the transaction of the thread, or in one of their own. */
    <T> T in(Function<Transaction, T> work) {
        Transaction outer = current.get();
        if (outer != null) {
            return inside(outer, work);
        }
        Optional<Connection> open = openOfVendor.get();
        return open.isPresent()
                ? joining(open.get(), work)
                : own(connection -> bound(new Transaction(sql(connection), this, Optional.empty()), work));
    }

    /** Runs statements in a transaction of their own even inside another one. */
    <T> T apart(Function<Sql, T> work) {
        return own(connection -> work.apply(sql(connection)));
    }

    /** Whether the thread is inside a transaction, be it one that the vendor has open and in which the store did its work before. */
    boolean isInside() {
        return current.get() != null || openOfVendor.get().isPresent();
    }

    /** Joins the transaction of a connection: whoever opened it commits it. What fails here leaves nothing in it. */
    <T> T joining(Connection connection, Function<Transaction, T> work) {
        Transaction outer = current.get();
        if (outer != null) {
            Joined.requireSame(outer.joined(), connection);
            return inside(outer, work);
        }
        try {
            Sql sql = sql(connection);
            Joined joined = Joined.in(connection, sql);
            try {
                T result = bound(new Transaction(sql, this, Optional.of(joined)), work);
                joined.release();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                joined.undo(e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    private static <T> T inside(Transaction outer, Function<Transaction, T> work) {
        boolean done = false;
        try {
            T result = work.apply(outer);
            outer.joined().ifPresent(Joined::look);
            done = true;
            return result;
        } finally {
            if (!done) {
                outer.doom();
            }
        }
    }

    private <T> T bound(Transaction transaction, Function<Transaction, T> work) {
        current.set(transaction);
        try {
            T result = work.apply(transaction);
            if (transaction.isDoomed()) {
                throw new EsetException(
                        Failure.of(Failure.Fault.CALLER, "The unit of work was rolled back: work inside it failed")
                                .remedy("Let the exception of the inner work reach the outer one")
                                .build());
            }
            return result;
        } finally {
            current.remove();
        }
    }

    private <T> T own(Function<Connection, T> work) {
        Connection connection = connect();
        boolean over = false;
        try {
            boolean autoCommit = connection.getAutoCommit();
            try {
                connection.setAutoCommit(false);
                T result = work.apply(connection);
                commit(connection);
                over = true;
                return result;
            } finally {
                over = over || quietly("rolling back", connection::rollback);
                // A pool may hand the connection on as it is. What could not be rolled back would be committed by the
                // change of mode.
                if (over) {
                    quietly("going back to the mode it had", () -> connection.setAutoCommit(autoCommit));
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        } finally {
            quietly("closing a connection", connection::close);
        }
    }

    private Connection connect() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw SqlFailures.ofConnecting(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw SqlFailures.ofCommit(e);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    /** What fails after the outcome is known does not change it; whether it was done. */
    private static boolean quietly(String what, Step step) {
        try {
            step.run();
            return true;
        } catch (SQLException e) {
            LOG.warn("Database: {} failed with state {}", what, e.getSQLState());
            return false;
        }
    }

    private Sql sql(Connection connection) {
        return new Sql(connection, dialect, schema, patience);
    }
}
