package cat.eset.endpoint.jdk;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A time for the calling thread to get through what the other side can hold up. When it does not, its connection is cut: interrupting a thread
 * that reads from a channel, or writes to it, closes the channel. Thread-safe.
 */
final class Cut {

    private final Thread thread = Thread.currentThread();
    private final Future<?> pending;
    private boolean through;
    private boolean late;

    private Cut(Duration time, ScheduledExecutorService watch) {
        this.pending = watch.schedule(this::interrupt, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For the calling thread, from now on. */
    static Cut after(Duration time, ScheduledExecutorService watch) {
        return new Cut(time, watch);
    }

    /** The thread got through: nothing is cut any more. False if that was too late. */
    synchronized boolean isInTime() {
        through = true;
        pending.cancel(false);
        return !late;
    }

    private synchronized void interrupt() {
        if (!through) {
            late = true;
            thread.interrupt();
        }
    }
}
