package cat.eset.store;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import cat.eset.core.event.Recorded;
import cat.eset.core.event.StaleStateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates of one kind: their events, linked into the chain of their town hall, and a row of what they are looked for by. What is read is
 * the replay of the events, so that nothing can say something else than the audit trail.
 */
final class Aggregates<S extends Aggregate, E extends Event> {

    /** How one kind of aggregate is kept. */
    interface Shape<S, E extends Event> {

        /** Simple name of the aggregate, as in its key. */
        String kind();

        /** The table that shows it. */
        String table();

        /** What the table shows. */
        Row row(S state);

        /** The state that events tell. */
        S replay(List<Recorded<E>> events);
    }

    private static final String EVENT = """
            INSERT INTO eset.event
              (tenant, position, kind, aggregate, version, type, happened_at, shapes, body, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Transactions transactions;
    private final Scope scope;
    private final EventJson json;
    private final Shape<S, E> shape;

    Aggregates(Transactions transactions, Scope scope, EventJson json, Shape<S, E> shape) {
        this.transactions = transactions;
        this.scope = scope;
        this.json = json;
        this.shape = shape;
    }

    Transactions transactions() {
        return transactions;
    }

    Scope scope() {
        return scope;
    }

    void save(Change<S, E> change) {
        change.events().forEach(event -> scope.tenant(event.by().townHall()));
        transactions.in(transaction -> {
            Row row = shape.row(change.state());
            store(transaction.sql(), transaction.chain(scope.admitted(row.tenant())), row, change);
            return Boolean.TRUE;
        });
    }

    /** The chain is held: nobody else changes the aggregates of this town hall meanwhile. */
    private void store(Sql sql, Chain chain, Row row, Change<S, E> change) {
        AggregateKey key = change.state().key();
        long before = change.previousVersion();
        Write write = sql.write();
        if (before == 0) {
            row.insert(write, key.id(), change.state().version());
        } else {
            row.update(write, before, change.state().version());
        }
        append(write, chain, change);
        chain.keep(write);
        OptionalInt inVain = sql.inVain(write);
        if (inVain.isEmpty()) {
            return;
        }
        if (inVain.getAsInt() > change.events().size()) {
            throw SqlFailures.rolledBackInside(key);
        }
        if (inVain.getAsInt() > 0) {
            throw SqlFailures.damaged(key + " cannot be changed: where its event had to go there is another one");
        }
        long found = row.version(sql);
        if (found == before) {
            throw SqlFailures.conflict(key + " has the number of another one");
        }
        if (found > 0 && found < before) {
            throw SqlFailures.damaged(key + " is of version " + found + " and was of " + before);
        }
        throw new StaleStateException(key, before, found);
    }

    private void append(Write write, Chain chain, Change<S, E> change) {
        long version = change.previousVersion();
        String aggregate = change.state().key().id();
        for (Recorded<E> event : change.events()) {
            ChainedEvent chained = new ChainedEvent(
                    chain.tenant(),
                    chain.next(),
                    shape.kind(),
                    aggregate,
                    ++version,
                    event.event().type(),
                    event.at(),
                    EventJson.SHAPES,
                    json.write(event));
            write.insert(
                    EVENT,
                    chained.tenant(),
                    chained.position(),
                    chained.kind(),
                    chained.aggregate(),
                    chained.version(),
                    chained.type(),
                    chained.at(),
                    chained.shapes(),
                    chained.body(),
                    chain.append(chained));
        }
    }

    /** The one that fulfils a condition on the columns of its table, which is {@code t}. */
    Optional<S> one(String condition, @Nullable Object... values) {
        List<S> found = many(condition, "aggregate", values);
        if (found.size() > 1) {
            throw new EsetException(
                    Failure.of(Failure.Fault.CALLER, "Several town halls have a " + shape.kind() + " of this identity")
                            .remedy("Take the store of one town hall")
                            .build());
        }
        return found.stream().findFirst();
    }

    /** Those that fulfil a condition, in an order by columns of their table. */
    List<S> many(String condition, String order, @Nullable Object... values) {
        String ordered = Stream.of(order.split(", "))
                .map(column -> "t." + column)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        String sql = "SELECT t.tenant, t.aggregate, t.version, e.body, e.shapes FROM eset." + shape.table() + " t"
                + " LEFT JOIN eset.event e ON e.tenant = t.tenant AND e.kind = '" + shape.kind()
                + "' AND e.aggregate = t.aggregate"
                + " WHERE " + condition + (scope.only().isPresent() ? " AND t.tenant = ?" : "")
                + " ORDER BY " + ordered + ", t.tenant, t.aggregate, e.version";
        return transactions.in(transaction -> {
            Map<String, Trail> trails = new LinkedHashMap<>();
            transaction.sql().list(sql, row -> follow(trails, row), scoped(values));
            return trails.values().stream().map(this::replay).toList();
        });
    }

    /** The events of an aggregate, and the version that its table says they make. */
    private final class Trail {
        private final String aggregate;
        private final long version;
        private final List<Recorded<E>> events = new ArrayList<>();

        Trail(String aggregate, long version) {
            this.aggregate = aggregate;
            this.version = version;
        }
    }

    private Trail follow(Map<String, Trail> trails, ResultSet row) throws SQLException {
        String aggregate = row.getString("aggregate");
        long version = row.getLong("version");
        Trail trail =
                trails.computeIfAbsent(row.getString("tenant") + " " + aggregate, key -> new Trail(aggregate, version));
        String body = row.getString("body");
        if (body != null) {
            @SuppressWarnings("unchecked") // the kind says whose events they are
            Recorded<E> event = (Recorded<E>) json.read(body, row.getInt("shapes"), shape.kind() + " " + aggregate);
            trail.events.add(event);
        }
        return trail;
    }

    /** Without one of its events it would be taken for an older state, which every change would find stale. */
    private S replay(Trail trail) {
        if (trail.events.size() != trail.version) {
            throw SqlFailures.damaged("The events of " + shape.kind() + " " + trail.aggregate + " are "
                    + trail.events.size() + ", and its version is " + trail.version);
        }
        return shape.replay(trail.events);
    }

    private @Nullable Object[] scoped(@Nullable Object... values) {
        return Stream.concat(Stream.of(values), scope.only().stream().map(ine10 -> (Object) ine10.value()))
                .toArray();
    }
}
