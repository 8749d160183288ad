package cat.eset.store.dispatch;

import cat.eset.core.work.Outbox;

/**
 * Delivers messages of one topic. It may be given the same message more than once, also by two processes one after the other: it must be
 * idempotent by the {@link cat.eset.core.OperationId} of the message. Thread-safe.
 *
 * <p>An {@link cat.eset.core.EsetException} that may be retried means later, any other one that it is hopeless; whatever else is thrown
 * means later, and an {@link Error} also ends the run of the dispatcher.
 */
@FunctionalInterface
public interface Deliverer {

    /** Delivers a message, and says what became of it. Takes less time than the loan of the dispatcher. */
    Delivery deliver(Outbox.Message message);
}
