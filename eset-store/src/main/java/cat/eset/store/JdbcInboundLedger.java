package cat.eset.store;

import cat.eset.core.Sha256;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.LostClaimException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What arrived. */
final class JdbcInboundLedger implements InboundLedger {

    private static final String PENDING = "PENDING";
    private static final String FINISHED = "FINISHED";
    private static final String KEY = " WHERE source = ? AND id = ? AND leg = ? AND tenant = ?";

    private static final String ARRIVED = """
            INSERT INTO eset.inbound (source, id, leg, tenant, state, attempt, payload, changed_at)
            VALUES (?, ?, ?, ?, 'PENDING', 1, ?, ?)""";
    private static final String READ = "SELECT state, attempt, payload, changed_at, answer FROM eset.inbound" + KEY;
    private static final String AGAIN =
            "UPDATE eset.inbound SET state = 'PENDING', attempt = ?, payload = ?, changed_at = ?, reason = NULL" + KEY;
    private static final String FINISH = "UPDATE eset.inbound SET state = 'FINISHED', answer = ?, changed_at = ?" + KEY
            + " AND state = 'PENDING' AND attempt = ?";
    private static final String FAIL = "UPDATE eset.inbound SET state = 'FAILED', reason = ?, changed_at = ?" + KEY
            + " AND state = 'PENDING' AND attempt = ?";
    private static final String STALE = """
            SELECT source, id, leg, attempt, changed_at FROM eset.inbound
            WHERE state = 'PENDING' AND tenant = ? AND changed_at < ? ORDER BY changed_at""";

    private record Row(String state, int attempt, String payload, Instant since, Optional<String> answer) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("state"),
                    row.getInt("attempt"),
                    row.getString("payload"),
                    Sql.instant(row, "changed_at"),
                    Optional.ofNullable(row.getString("answer")));
        }
    }

    private final Transactions transactions;
    private final String tenant;

    JdbcInboundLedger(Ground ground) {
        this.transactions = ground.transactions();
        this.tenant = ground.scope().tenant();
    }

    @Override
    public Claim claim(InboundKey key, Sha256 payload, Instant now) {
        return transactions.apart(sql -> {
            boolean isNew = sql.insertIfAbsent(ARRIVED, key.source(), key.id(), key.leg(), tenant, payload.hex(), now);
            if (isNew) {
                return new Claim.Claimed(new Ticket(key, 1));
            }
            Row row = sql.hold(READ, Row::of, key.source(), key.id(), key.leg(), tenant)
                    .orElseThrow();
            if (row.state().equals(FINISHED)) {
                return new Claim.Finished(
                        row.answer().orElseThrow(), row.payload().equals(payload.hex()));
            }
            if (row.state().equals(PENDING)) {
                return new Claim.InProgress(row.since());
            }
            int attempt = row.attempt() + 1;
            sql.update(AGAIN, attempt, payload.hex(), now, key.source(), key.id(), key.leg(), tenant);
            return new Claim.Claimed(new Ticket(key, attempt));
        });
    }

    @Override
    public void finish(Ticket ticket, String answer, Instant now) {
        transactions.in(transaction -> {
            if (end(transaction.sql(), FINISH, answer, ticket, now) == 0) {
                throw new LostClaimException(ticket);
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public void fail(Ticket ticket, String reason, Instant now) {
        transactions.apart(sql -> end(sql, FAIL, Sql.storable(reason), ticket, now));
    }

    private int end(Sql sql, String how, String text, Ticket ticket, Instant now) {
        InboundKey key = ticket.key();
        return sql.update(how, text, now, key.source(), key.id(), key.leg(), tenant, ticket.attempt());
    }

    @Override
    public List<Pending> stale(Duration age, Instant now) {
        return transactions.apart(sql -> sql.list(
                STALE,
                row -> new Pending(
                        new Ticket(
                                new InboundKey(row.getString("source"), row.getString("id"), row.getString("leg")),
                                row.getInt("attempt")),
                        Sql.instant(row, "changed_at")),
                tenant,
                now.minus(age)));
    }
}
