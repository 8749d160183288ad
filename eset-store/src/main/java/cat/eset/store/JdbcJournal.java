package cat.eset.store;

import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail. The position of an event is its place in the chain of its town hall; in a store for a whole platform, its place among all
 * events.
 */
final class JdbcJournal implements Journal {

    private static final String COLUMNS =
            "SELECT tenant, position, id, kind, aggregate, version, shapes, body, hash FROM eset.event";
    private static final String OF = COLUMNS + " WHERE kind = ? AND aggregate = ? AND tenant = ? ORDER BY version";
    private static final String OF_ANY = COLUMNS + " WHERE kind = ? AND aggregate = ? ORDER BY tenant, version";
    private static final String AFTER =
            COLUMNS + " WHERE tenant = ? AND position > ? ORDER BY position FETCH FIRST ? ROWS ONLY";
    private static final String AFTER_ANY = COLUMNS + " WHERE id > ? AND id <= ? ORDER BY id FETCH FIRST ? ROWS ONLY";
    private static final String LAST = "SELECT COALESCE(MAX(id), 0) FROM eset.event";
    private static final String WRITERS = "SELECT tenant FROM eset.chain";
    private static final String IDLE = WRITERS + " FOR UPDATE SKIP LOCKED";
    private static final String HOLD = WRITERS + " WHERE tenant = ?";

    private final Transactions transactions;
    private final Scope scope;
    private final EventJson json;

    JdbcJournal(Ground ground) {
        this.transactions = ground.transactions();
        this.scope = ground.scope();
        this.json = ground.json();
    }

    @Override
    public List<Line> of(AggregateKey key) {
        return scope.only()
                .map(town -> read(OF, key.kind(), key.id(), town.value()))
                .orElseGet(() -> read(OF_ANY, key.kind(), key.id()));
    }

    @Override
    public List<Line> after(long position, int max) {
        return scope.only()
                .map(town -> read(AFTER, town.value(), position, max))
                .orElseGet(() -> afterOfAny(position, max));
    }

    /**
     * Events of several town halls get their ids before they commit, in any order. So that a reader who goes on from the last one it saw
     * misses none, the writers under way are waited for; but not inside a transaction, which may be one of them.
     */
    private List<Line> afterOfAny(long position, int max) {
        if (transactions.isInside()) {
            return read(AFTER_ANY, position, Long.MAX_VALUE, max);
        }
        long last =
                transactions.apart(sql -> sql.first(LAST, row -> row.getLong(1)).orElse(0L));
        // One after the other: a town hall that dawdles holds up the reader, and the reader nobody.
        for (String writer : writersUnderWay()) {
            transactions.apart(sql -> sql.hold(HOLD, row -> row.getString(1), writer));
        }
        return read(AFTER_ANY, position, last, max);
    }

    private List<String> writersUnderWay() {
        List<String> writers = new ArrayList<>(transactions.apart(sql -> sql.list(WRITERS, row -> row.getString(1))));
        writers.removeAll(Set.copyOf(transactions.apart(sql -> sql.list(IDLE, row -> row.getString(1)))));
        return writers;
    }

    private List<Line> read(String sql, @Nullable Object... values) {
        return transactions.in(transaction -> transaction.sql().list(sql, this::line, values));
    }

    private Line line(ResultSet row) throws SQLException {
        AggregateKey key = new AggregateKey(row.getString("kind"), row.getString("aggregate"));
        return new Line(
                scope.only().isPresent() ? row.getLong("position") : row.getLong("id"),
                key,
                row.getLong("version"),
                json.read(row.getString("body"), row.getInt("shapes"), key.toString()));
    }
}
