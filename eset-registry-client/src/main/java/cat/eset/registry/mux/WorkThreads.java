package cat.eset.registry.mux;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a {@link MuxInbound} that was given none. */
final class WorkThreads {

    private static final int THREADS = 16;
    private static final int WAITING = 1000;

    private WorkThreads() {}

    /** Threads that end when there is nothing to do for a while. */
    static ExecutorService start() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> new Thread(task, "eset-mux-" + count.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
