package cat.eset.core.memory;

import cat.eset.core.Sha256;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.LostClaimException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What arrived, by key. */
final class MemoryInboundLedger implements InboundLedger {

    private enum State {
        PENDING,
        FAILED,
        FINISHED
    }

    private record Row(State state, int attempt, Sha256 payload, Instant since, Optional<String> answer) {}

    private final MemoryTransactions transactions;
    private final Map<InboundKey, Row> rows = new LinkedHashMap<>();

    MemoryInboundLedger(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Claim claim(InboundKey key, Sha256 payload, Instant now) {
        return transactions.apart(() -> {
            Row row = rows.get(key);
            if (row != null && row.state == State.FINISHED) {
                return new Claim.Finished(row.answer.orElseThrow(), row.payload.equals(payload));
            }
            if (row != null && row.state == State.PENDING) {
                return new Claim.InProgress(row.since);
            }
            int attempt = row == null ? 1 : row.attempt + 1;
            rows.put(key, new Row(State.PENDING, attempt, payload, now, Optional.empty()));
            return new Claim.Claimed(new Ticket(key, attempt));
        });
    }

    @Override
    public void finish(Ticket ticket, String answer, Instant now) {
        transactions.run(() -> {
            Row row = rows.get(ticket.key());
            if (row == null || row.state != State.PENDING || row.attempt != ticket.attempt()) {
                throw new LostClaimException(ticket);
            }
            rows.put(ticket.key(), new Row(State.FINISHED, row.attempt, row.payload, now, Optional.of(answer)));
            transactions.undoBy(() -> rows.put(ticket.key(), row));
        });
    }

    @Override
    public void fail(Ticket ticket, String reason, Instant now) {
        transactions.apart(() -> rows.computeIfPresent(
                ticket.key(),
                (key, row) -> row.state == State.PENDING && row.attempt == ticket.attempt()
                        ? new Row(State.FAILED, row.attempt, row.payload, now, Optional.empty())
                        : row));
    }

    @Override
    public List<Pending> stale(Duration age, Instant now) {
        Instant limit = now.minus(age);
        return transactions.apart(() -> rows.entrySet().stream()
                .filter(e -> e.getValue().state == State.PENDING
                        && e.getValue().since.isBefore(limit))
                .map(e -> new Pending(new Ticket(e.getKey(), e.getValue().attempt), e.getValue().since))
                .toList());
    }
}
