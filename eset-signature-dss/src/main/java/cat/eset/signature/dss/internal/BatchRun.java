package cat.eset.signature.dss.internal;

import cat.eset.core.Failure;
import cat.eset.signature.BatchItem;
import cat.eset.signature.BatchOutcome;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Signs a list with as many threads as processors and reports on the caller's thread. Threads that are done with a document
 * lay it down and go on; when as many lie there as there are threads, they wait for the report. So never more results exist at
 * once than twice the threads, and the one that is being reported.
 */
public final class BatchRun {

    private final Function<BatchItem, SignedDocument> signer;
    private final Consumer<BatchOutcome> report;

    private BatchRun(Function<BatchItem, SignedDocument> signer, Consumer<BatchOutcome> report) {
        this.signer = signer;
        this.report = report;
    }

    /** A batch that signs so and reports there. */
    public static BatchRun of(Function<BatchItem, SignedDocument> signer, Consumer<BatchOutcome> report) {
        return new BatchRun(signer, report);
    }

    /** Signs all of them; returns when every one was reported. */
    public void run(List<BatchItem> items) {
        List<BatchItem> work = List.copyOf(items);
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), work.size());
        if (threads <= 1) {
            work.forEach(item -> report.accept(outcome(item)));
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Tray tray = new Tray(threads);
        AtomicInteger next = new AtomicInteger();
        try {
            for (int i = 0; i < threads; i++) {
                pool.execute(() -> {
                    int at = next.getAndIncrement();
                    while (at < work.size() && tray.lay(outcome(work.get(at)))) {
                        at = next.getAndIncrement();
                    }
                });
            }
            for (int done = 0; done < work.size(); done++) {
                report.accept(tray.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SigningException.of(
                    SigningException.Problem.OTHER,
                    Failure.of(Failure.Fault.CALLER, "The batch was interrupted")
                            .remedy("Sign again the documents that were not reported.")
                            .cause(e));
        } finally {
            pool.shutdownNow();
            tray.clear();
        }
    }

    private BatchOutcome outcome(BatchItem item) {
        try {
            return new BatchOutcome.Signed(item.id(), signer.apply(item));
        } catch (SigningException e) {
            return new BatchOutcome.Failed(item.id(), e);
        } catch (RuntimeException e) {
            return new BatchOutcome.Failed(item.id(), DssErrors.translate(e));
        } catch (Error e) {
            // Out of memory or stack over this document: its report must not stay away, somebody waits for it.
            return new BatchOutcome.Failed(item.id(), DssErrors.translate(new IllegalStateException(e)));
        }
    }

    /** Where results wait for the report. Once cleared it takes no more, and nothing that lay in it is left open. */
    private static final class Tray {

        private final BlockingQueue<BatchOutcome> outcomes;
        private volatile boolean cleared;

        private Tray(int size) {
            this.outcomes = new ArrayBlockingQueue<>(size);
        }

        /** Waits for room; false when nobody will take any more. */
        private boolean lay(BatchOutcome outcome) {
            try {
                outcomes.put(outcome);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                discard(outcome);
                return false;
            }
            if (cleared) {
                discardAll();
            }
            return !cleared;
        }

        private BatchOutcome take() throws InterruptedException {
            return outcomes.take();
        }

        private void clear() {
            cleared = true;
            discardAll();
        }

        /** Takes them out: whoever waits for room, deaf to the interruption, gets it. */
        private void discardAll() {
            for (BatchOutcome left = outcomes.poll(); left != null; left = outcomes.poll()) {
                discard(left);
            }
        }

        private static void discard(BatchOutcome outcome) {
            if (outcome instanceof BatchOutcome.Signed signed) {
                signed.document().close();
            }
        }
    }
}
