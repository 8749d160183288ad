package cat.eset.core.work;

import java.util.function.Supplier;

/**
 * One transaction across ports. A vendor joins its own: its adapter runs the work inside the transaction of its
 * database, so that registry, ledger, outbox and the vendor's tables commit or roll back together.
 *
 * <p>Work called inside work joins the outer transaction. An exception rolls everything back and is rethrown as it is.
 * Thread-safe; the transaction belongs to the calling thread.
 */
public interface UnitOfWork {

    /** Runs the work in a transaction and gives its result after the commit. */
    <T> T call(Supplier<T> work);

    /** Runs the work in a transaction. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
