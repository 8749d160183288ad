package cat.eset.transport.pci;

import cat.eset.core.Failure.Fault;
import cat.eset.core.Failure.Retry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets calls through as a {@link Throttle} says. Thread-safe. */
final class Turnstile {

    /** Time that passes, so that tests need not wait for it. */
    interface Ticker {

        /** Nanoseconds since some moment. */
        long nanoTime();

        /** Lets so much time pass. */
        void sleep(long nanos) throws InterruptedException;

        /** The time of this machine. */
        static Ticker real() {
            return new Ticker() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public void sleep(long nanos) throws InterruptedException {
                    TimeUnit.NANOSECONDS.sleep(nanos);
                }
            };
        }
    }

    private final Throttle throttle;
    private final Ticker ticker;
    private final Semaphore places;
    private final long spacing;
    private long nextTurn;

    Turnstile(Throttle throttle, Ticker ticker) {
        this.throttle = throttle;
        this.ticker = ticker;
        this.places = new Semaphore(throttle.concurrent(), true);
        this.spacing = TimeUnit.SECONDS.toNanos(1) / throttle.perSecond();
        this.nextTurn = ticker.nanoTime();
    }

    /**
     * Does it when its turn has come.
     *
     * @param most it waits no longer than this, though the throttle may have more patience
     * @throws PciThrottledException if patience ends first, or the thread is interrupted, whose flag stays set
     */
    <R> R pass(PciCall call, Duration most, Supplier<R> exchange) {
        Duration patience = most.compareTo(throttle.patience()) < 0 ? most : throttle.patience();
        long deadline = ticker.nanoTime() + patience.toNanos();
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw tooMany(call, patience);
            }
        } catch (InterruptedException e) {
            throw interrupted(call);
        }
        try {
            awaitTurn(call, deadline, patience);
            return exchange.get();
        } finally {
            places.release();
        }
    }

    private void awaitTurn(PciCall call, long deadline, Duration patience) {
        long wait = takeTurn(deadline);
        if (wait < 0) {
            throw tooMany(call, patience);
        }
        if (wait == 0) {
            return;
        }
        try {
            ticker.sleep(wait);
        } catch (InterruptedException e) {
            throw interrupted(call);
        }
    }

    /** Nanoseconds until the turn; negative if patience does not last until then, and the turn is not taken. */
    private synchronized long takeTurn(long deadline) {
        long now = ticker.nanoTime();
        long wait = Math.max(0, nextTurn - now);
        if (wait > 0 && now + wait - deadline > 0) {
            return -1;
        }
        nextTurn = now + wait + spacing;
        return wait;
    }

    private static PciException tooMany(PciCall call, Duration patience) {
        return new PciThrottledException(call.without(
                        Fault.CALLER,
                        "More calls to " + call.modality().product() + " wait than its throttle lets through in "
                                + patience.toMillis() + " ms")
                .retry(Retry.LATER)
                .remedy("Nothing was sent. Call more slowly, or give the throttle more patience.")
                .build());
    }

    private static PciException interrupted(PciCall call) {
        Thread.currentThread().interrupt();
        return new PciThrottledException(
                call.without(Fault.CALLER, "The thread was interrupted while it waited its turn")
                        .retry(Retry.SAME_OPERATION)
                        .remedy("Nothing was sent.")
                        .build());
    }
}
