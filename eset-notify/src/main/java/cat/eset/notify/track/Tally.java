package cat.eset.notify.track;

/** Counts of a look. Not thread-safe. */
final class Tally {
    long rows;
    long changes;
    long kept;
    long pending;
    int failuresInARow;

    TrackingCycle cycle() {
        return new TrackingCycle(rows, changes, kept, pending);
    }
}
