package cat.eset.core.memory;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.work.UnitOfWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One transaction at a time, with an undo log: every write says how it is undone. A write outside a transaction is one by
 * itself.
 */
final class MemoryTransactions implements UnitOfWork {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean doomed;

    @Override
    public <T> T call(Supplier<T> work) {
        lock.lock();
        boolean outermost = lock.getHoldCount() == 1;
        boolean done = false;
        try {
            T result = work.get();
            if (outermost && doomed) {
                throw new EsetException(
                        Failure.of(Failure.Fault.CALLER, "The unit of work was rolled back: work inside it failed")
                                .remedy("Let the exception of the inner work reach the outer one")
                                .build());
            }
            done = true;
            return result;
        } finally {
            doomed |= !done;
            if (outermost) {
                end();
            }
            lock.unlock();
        }
    }

    private void end() {
        if (doomed) {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
        }
        undo.clear();
        doomed = false;
    }

    /** Notes how a write of the current transaction is undone. */
    void undoBy(Runnable step) {
        undo.push(step);
    }

    /** Runs under the lock without joining the transaction: what it writes stays even if that rolls back. */
    <T> T apart(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
