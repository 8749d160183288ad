package cat.eset.signature.dss.internal;

import cat.eset.core.Failure;
import cat.eset.signature.BatchItem;
import cat.eset.signature.BatchOutcome;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Signs a list with as many threads as processors and reports on the caller's thread. A result waits in the hand of its
 * thread until the report takes it, so no more results exist at once than threads.
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
        BlockingQueue<BatchOutcome> hand = new SynchronousQueue<>();
        AtomicInteger next = new AtomicInteger();
        try {
            for (int i = 0; i < threads; i++) {
                pool.execute(() -> {
                    for (int at = next.getAndIncrement(); at < work.size(); at = next.getAndIncrement()) {
                        if (!give(hand, outcome(work.get(at)))) {
                            return;
                        }
                    }
                });
            }
            for (int done = 0; done < work.size(); done++) {
                report.accept(hand.take());
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
        }
    }

    private static boolean give(BlockingQueue<BatchOutcome> hand, BatchOutcome outcome) {
        try {
            hand.put(outcome);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (outcome instanceof BatchOutcome.Signed signed) {
                signed.document().close();
            }
            return false;
        }
    }

    private BatchOutcome outcome(BatchItem item) {
        try {
            return new BatchOutcome.Signed(item.id(), signer.apply(item));
        } catch (SigningException e) {
            return new BatchOutcome.Failed(item.id(), e);
        } catch (RuntimeException e) {
            return new BatchOutcome.Failed(item.id(), DssErrors.translate(e));
        }
    }
}
