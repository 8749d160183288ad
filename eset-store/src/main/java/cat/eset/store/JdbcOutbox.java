package cat.eset.store;

import cat.eset.core.OperationId;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.work.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be sent. */
final class JdbcOutbox implements Outbox {

    private static final String ADD = """
            INSERT INTO eset.outbox (id, tenant, topic, payload, about, state, attempts, not_before, changed_at)
            VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)""";

    /** What somebody else is lending at this moment is passed over; of those about one aggregate, the first is the one. */
    private static final String DUE = """
            SELECT o.id, o.tenant, o.topic, o.payload, o.about, o.attempts, o.forgiven FROM eset.outbox o
            WHERE o.state = 'WAITING' AND o.tenant = ? AND o.not_before <= ? AND o.topic IN (%s)
              AND (o.about IS NULL OR NOT EXISTS (SELECT 1 FROM eset.outbox b
                WHERE b.tenant = o.tenant AND b.about = o.about AND b.place < o.place AND b.state IN ('WAITING', 'PARKED')))
            ORDER BY o.not_before, o.place
            FETCH FIRST ? ROWS ONLY FOR UPDATE SKIP LOCKED""";

    private static final String LEND = """
            UPDATE eset.outbox SET attempts = ?, not_before = ?, changed_at = ?
            WHERE id = ? AND tenant = ? AND state = 'WAITING' AND attempts = ?""";
    private static final String END = """
            UPDATE eset.outbox SET state = ?, not_before = ?, reason = ?, changed_at = ?
            WHERE id = ? AND tenant = ? AND state = 'WAITING' AND attempts = ?""";
    private static final String PARKED = """
            SELECT id, topic, payload, about, attempts, reason, changed_at FROM eset.outbox
            WHERE state = 'PARKED' AND tenant = ? ORDER BY changed_at, place""";
    private static final String REQUEUE = """
            UPDATE eset.outbox SET state = 'WAITING', not_before = ?, forgiven = attempts
            WHERE id = ? AND tenant = ? AND state = 'PARKED'""";
    private static final String DROP = """
            UPDATE eset.outbox SET state = 'DROPPED', reason = ?, changed_at = ?
            WHERE id = ? AND tenant = ? AND state = 'PARKED'""";
    private static final String FORGET =
            "DELETE FROM eset.outbox WHERE state IN ('DELIVERED', 'DROPPED') AND tenant = ? AND changed_at < ?";

    private final Transactions transactions;
    private final String tenant;

    JdbcOutbox(Ground ground) {
        this.transactions = ground.transactions();
        this.tenant = ground.scope().tenant();
    }

    @Override
    public void add(Message message, Instant notBefore) {
        transactions.in(transaction -> transaction
                .sql()
                .insertIfAbsent(
                        ADD,
                        message.id().value(),
                        tenant,
                        message.topic(),
                        message.payload(),
                        message.about().map(key -> key.kind() + " " + key.id()).orElse(null),
                        notBefore,
                        notBefore));
    }

    @Override
    public List<Leased> lease(Set<String> topics, Instant now, Duration loan, int max) {
        if (topics.isEmpty()) {
            return List.of();
        }
        String due = DUE.replace("%s", String.join(", ", Collections.nCopies(topics.size(), "?")));
        Object[] values = Stream.of(List.of(tenant, now), topics, List.of(max))
                .flatMap(Collection::stream)
                .toArray();
        return transactions.apart(sql -> {
            Instant until = now.plus(loan);
            List<Leased> lent = new ArrayList<>();
            List<Leased> found = sql.list(due, row -> lent(row, until), values);
            for (Leased one : found) {
                int changed = sql.update(
                        LEND, one.attempt(), until, now, one.message().id().value(), tenant, one.attempt() - 1);
                if (changed == 1) {
                    lent.add(one);
                }
            }
            return lent;
        });
    }

    private static Leased lent(ResultSet row, Instant until) throws SQLException {
        int attempt = row.getInt("attempts") + 1;
        return new Leased(message(row), attempt, attempt - row.getInt("forgiven"), until);
    }

    @Override
    public void delivered(Leased leased, Instant now) {
        end(leased, "DELIVERED", now, null, now);
    }

    @Override
    public void retry(Leased leased, String reason, Instant notBefore) {
        end(leased, "WAITING", notBefore, reason, notBefore);
    }

    @Override
    public void park(Leased leased, String reason, Instant now) {
        end(leased, "PARKED", now, reason, now);
    }

    private void end(Leased leased, String state, Instant notBefore, @Nullable String why, Instant now) {
        String reason = why == null ? null : Sql.storable(why);
        transactions.in(transaction -> transaction
                .sql()
                .update(
                        END,
                        state,
                        notBefore,
                        reason,
                        now,
                        leased.message().id().value(),
                        tenant,
                        leased.attempt()));
    }

    @Override
    public List<Parked> parked() {
        return transactions.apart(sql -> sql.list(
                PARKED,
                row -> new Parked(
                        message(row), row.getInt("attempts"), row.getString("reason"), Sql.instant(row, "changed_at")),
                tenant));
    }

    @Override
    public boolean requeue(OperationId id, Instant notBefore) {
        return transactions.in(transaction -> transaction.sql().update(REQUEUE, notBefore, id.value(), tenant) == 1);
    }

    @Override
    public boolean drop(OperationId id, String reason, Instant now) {
        return transactions.in(
                transaction -> transaction.sql().update(DROP, Sql.storable(reason), now, id.value(), tenant) == 1);
    }

    /** Deletes what was delivered or dropped before an instant; a message with the same id would then be a new one. */
    int forget(Instant before) {
        return transactions.in(transaction -> transaction.sql().updateAll(FORGET, tenant, before));
    }

    private static Message message(ResultSet row) throws SQLException {
        Message message =
                new Message(OperationId.of(row.getString("id")), row.getString("topic"), row.getString("payload"));
        String about = row.getString("about");
        return about == null ? message : message.about(key(about));
    }

    private static AggregateKey key(String about) {
        int space = about.indexOf(' ');
        return new AggregateKey(about.substring(0, space), about.substring(space + 1));
    }
}
