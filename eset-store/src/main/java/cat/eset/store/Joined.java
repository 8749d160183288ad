package cat.eset.store;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/**
 * The transaction that a vendor has open, while the store works in it. The vendor has the connection in hand and may end that transaction at
 * any time; whether it did is asked of the database, because what the store says of the outcome depends on it. PostgreSQL forgets the savepoint
 * with its transaction and says so. H2 does not, and is asked which transaction it is.
 */
final class Joined {

    private static final String WHICH = "SELECT TRANSACTION_ID()";

    private final Connection connection;
    private final Sql sql;
    private final Savepoint before;
    private Optional<String> known;

    private Joined(Connection connection, Sql sql, Savepoint before) {
        this.connection = connection;
        this.sql = sql;
        this.before = before;
        this.known = which(sql);
    }

    /**
     * Joins the transaction that is open on a connection.
     *
     * @throws EsetException if there is none, because the connection commits by itself
     */
    static Joined in(Connection connection, Sql sql) throws SQLException {
        if (connection.getAutoCommit()) {
            throw refused(
                    "The connection to be joined has no open transaction: it commits by itself",
                    "Call setAutoCommit(false) on it first");
        }
        return new Joined(connection, sql, connection.setSavepoint());
    }

    private static EsetException refused(String what, String remedy) {
        return new EsetException(
                Failure.of(Failure.Fault.CALLER, what).remedy(remedy).build());
    }

    /** Work inside a transaction cannot be of another one. */
    static void requireSame(Optional<Joined> outer, Connection connection) {
        if (outer.filter(joined -> joined.connection.equals(connection)).isEmpty()) {
            throw refused(
                    "The thread is inside a transaction already, and was asked to join another one",
                    "Join the connection that is joined already, or end the outer work first");
        }
    }

    /** A transaction of H2 has a name from its first change on. */
    private static Optional<String> which(Sql sql) {
        return sql.dialect() == Dialect.H2
                ? sql.list(WHICH, row -> Optional.ofNullable(row.getString(1))).get(0)
                : Optional.empty();
    }

    /**
     * Sees that it is still the same transaction.
     *
     * @throws StoreException if it ended meanwhile, with an unknown outcome
     */
    void look() {
        Optional<String> now = which(sql);
        if (known.isPresent() && !known.equals(now)) {
            throw SqlFailures.ended();
        }
        known = now;
    }

    /** The work is done; the vendor goes on. */
    void release() throws SQLException {
        look();
        connection.releaseSavepoint(before);
    }

    /**
     * The work failed: what it wrote is undone.
     *
     * @throws StoreException if that cannot be done, with an unknown outcome
     */
    void undo(Throwable reason) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            StoreException unknown = SqlFailures.notUndone(e);
            if (reason instanceof Error || SqlFailures.isUnknown(reason)) {
                reason.addSuppressed(unknown);
            } else {
                unknown.addSuppressed(reason);
                throw unknown;
            }
        }
    }
}
