package cat.eset.core.memory;

import cat.eset.core.OperationId;
import cat.eset.core.work.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is to be sent, by operation. */
final class MemoryOutbox implements Outbox {

    private enum State {
        WAITING,
        DELIVERED,
        PARKED,
        DROPPED
    }

    private record Row(Message message, State state, int attempts, int forgiven, Instant since, String reason) {
        Row with(State next, Instant when, String why) {
            return new Row(message, next, attempts, forgiven, when, why);
        }

        Row lent(Instant until) {
            return new Row(message, state, attempts + 1, forgiven, until, reason);
        }

        Row requeued(Instant notBefore) {
            return new Row(message, State.WAITING, attempts, attempts, notBefore, reason);
        }

        boolean holdsUp(Row other) {
            return (state == State.WAITING || state == State.PARKED)
                    && message.about().equals(other.message.about());
        }

        boolean isDue(Instant now) {
            return state == State.WAITING && !since.isAfter(now);
        }
    }

    private final MemoryTransactions transactions;
    private final Map<OperationId, Row> rows = new LinkedHashMap<>();

    MemoryOutbox(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Message message, Instant notBefore) {
        transactions.run(() -> {
            if (rows.putIfAbsent(message.id(), new Row(message, State.WAITING, 0, 0, notBefore, "")) == null) {
                transactions.undoBy(() -> rows.remove(message.id()));
            }
        });
    }

    @Override
    public List<Leased> lease(Set<String> topics, Instant now, Duration loan, int max) {
        return transactions.apart(() -> {
            List<Leased> lent = new ArrayList<>();
            List<Row> due = rows.values().stream()
                    .filter(row -> topics.contains(row.message.topic()) && row.isDue(now) && isFirst(row))
                    .sorted(Comparator.comparing(Row::since))
                    .limit(max)
                    .toList();
            for (Row row : due) {
                Row next = row.lent(now.plus(loan));
                rows.put(row.message.id(), next);
                lent.add(new Leased(row.message, next.attempts, next.attempts - next.forgiven, next.since));
            }
            return lent;
        });
    }

    /** Of those about the same aggregate; rows are in the order in which they were added. */
    private boolean isFirst(Row row) {
        return row.message.about().isEmpty()
                || rows.values().stream()
                        .filter(other -> other.holdsUp(row))
                        .findFirst()
                        .filter(row::equals)
                        .isPresent();
    }

    @Override
    public void delivered(Leased leased, Instant now) {
        change(leased, row -> row.with(State.DELIVERED, now, ""));
    }

    @Override
    public void retry(Leased leased, String reason, Instant notBefore) {
        change(leased, row -> row.with(State.WAITING, notBefore, reason));
    }

    @Override
    public void park(Leased leased, String reason, Instant now) {
        change(leased, row -> row.with(State.PARKED, now, reason));
    }

    private void change(Leased leased, UnaryOperator<Row> to) {
        transactions.run(() -> {
            Row row = rows.get(leased.message().id());
            if (row != null && row.state == State.WAITING && row.attempts == leased.attempt()) {
                rows.put(leased.message().id(), to.apply(row));
                transactions.undoBy(() -> rows.put(leased.message().id(), row));
            }
        });
    }

    @Override
    public List<Parked> parked() {
        return transactions.apart(() -> rows.values().stream()
                .filter(row -> row.state == State.PARKED)
                .sorted(Comparator.comparing(Row::since))
                .map(row -> new Parked(row.message, row.attempts, row.reason, row.since))
                .toList());
    }

    @Override
    public boolean requeue(OperationId id, Instant notBefore) {
        return changeParked(id, row -> row.requeued(notBefore));
    }

    @Override
    public boolean drop(OperationId id, String reason, Instant now) {
        return changeParked(id, row -> row.with(State.DROPPED, now, reason));
    }

    private boolean changeParked(OperationId id, UnaryOperator<Row> to) {
        return transactions.call(() -> {
            Row row = rows.get(id);
            if (row == null || row.state != State.PARKED) {
                return false;
            }
            rows.put(id, to.apply(row));
            transactions.undoBy(() -> rows.put(id, row));
            return true;
        });
    }
}
