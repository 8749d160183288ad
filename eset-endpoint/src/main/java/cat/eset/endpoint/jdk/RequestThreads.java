package cat.eset.endpoint.jdk;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a server. The server of the JDK reads the head of a request, and shakes hands for TLS, on one of them and waits for ever
 * for the next byte: a few senders that never go on would keep everybody else out. Here whoever does not get to the end of the head in
 * time loses its connection. Thread-safe.
 */
final class RequestThreads implements Executor {

    private final ExecutorService threads;
    private final ScheduledExecutorService watch = Watch.start();
    private final Duration headTime;
    private final ConcurrentMap<Thread, Cut> heads = new ConcurrentHashMap<>();

    RequestThreads(int count, Duration headTime) {
        AtomicInteger started = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                count, task -> new Thread(task, "eset-endpoint-" + started.incrementAndGet()));
        this.headTime = headTime;
    }

    @Override
    public void execute(Runnable request) {
        threads.execute(() -> {
            Cut head = Cut.after(headTime, watch);
            heads.put(Thread.currentThread(), head);
            try {
                request.run();
            } finally {
                heads.remove(Thread.currentThread());
                head.isInTime();
                // What was meant for this request must not hit the next one.
                Thread.interrupted();
            }
        });
    }

    /**
     * Says that the head of the request of this thread is complete.
     *
     * @throws IOException if that was too late
     */
    void headIsComplete() throws IOException {
        Cut head = heads.get(Thread.currentThread());
        if (head != null && !head.isInTime()) {
            throw new IOException("the head of the request took too long");
        }
    }

    /** Waits for the requests that have begun, as long as this, and ends all threads. */
    void close(Duration patience) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
    }
}
