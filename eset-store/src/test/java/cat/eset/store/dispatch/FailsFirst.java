package cat.eset.store.dispatch;

import cat.eset.core.OperationId;
import cat.eset.core.work.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** An outbox that cannot be reached the first time. */
final class FailsFirst implements Outbox {

    private final Outbox real;
    private final CountDownLatch failed;

    FailsFirst(Outbox real, CountDownLatch failed) {
        this.real = real;
        this.failed = failed;
    }

    @Override
    public List<Leased> lease(Set<String> topics, Instant now, Duration loan, int max) {
        if (failed.getCount() > 0) {
            failed.countDown();
            throw new IllegalStateException("away");
        }
        return real.lease(topics, now, loan, max);
    }

    @Override
    public void add(Message message, Instant notBefore) {
        real.add(message, notBefore);
    }

    @Override
    public void delivered(Leased leased, Instant now) {
        real.delivered(leased, now);
    }

    @Override
    public void retry(Leased leased, String reason, Instant notBefore) {
        real.retry(leased, reason, notBefore);
    }

    @Override
    public void park(Leased leased, String reason, Instant now) {
        real.park(leased, reason, now);
    }

    @Override
    public List<Parked> parked() {
        return real.parked();
    }

    @Override
    public boolean requeue(OperationId id, Instant notBefore) {
        return real.requeue(id, notBefore);
    }

    @Override
    public boolean drop(OperationId id, String reason, Instant now) {
        return real.drop(id, reason, now);
    }
}
