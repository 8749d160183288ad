package cat.eset.endpoint.jdk;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** One idle thread that looks whether something took too long. */
final class Watch {

    private Watch() {}

    /** Started; whoever starts it ends it. */
    static ScheduledThreadPoolExecutor start() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "eset-endpoint-watch");
            thread.setDaemon(true);
            return thread;
        });
        // Almost everything ends in time: what is no longer watched must not be kept until it would have been late.
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }
}
