package cat.eset.core.event;

/** An immutable state that changes only by events. */
public interface Aggregate {

    /** Which aggregate it is. */
    AggregateKey key();

    /** How many events made it. A store uses it to refuse a change made on an old state. */
    long version();
}
