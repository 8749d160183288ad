package cat.eset.store;

import cat.eset.core.event.Aggregate;
import cat.eset.core.event.Event;

/**
 * What every adapter of a store stands on.
 *
 * @param transactions of the calling thread
 * @param scope for whom the store works
 * @param json of events
 */
record Ground(Transactions transactions, Scope scope, EventJson json) {

    <S extends Aggregate, E extends Event> Aggregates<S, E> aggregates(Aggregates.Shape<S, E> shape) {
        return new Aggregates<>(transactions, scope, json, shape);
    }

    Ground in(Scope other) {
        return new Ground(transactions, other, json);
    }
}
