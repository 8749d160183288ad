package cat.eset.core.event;

import java.util.List;

/**
 * The audit trail, for reading. Adapters of the repositories write it when they save a {@link Change}, in the same
 * transaction. Thread-safe.
 */
public interface Journal {

    /**
     * An event in the trail.
     *
     * @param position place in the whole trail, growing, not necessarily without gaps
     * @param key the aggregate
     * @param version of the aggregate after the event
     * @param recorded the event, who and when
     */
    record Line(long position, AggregateKey key, long version, Recorded<? extends Event> recorded) {}

    /** Every event of an aggregate, oldest first. */
    List<Line> of(AggregateKey key);

    /** Events of any aggregate after a position, oldest first, at most {@code max}. */
    List<Line> after(long position, int max);
}
