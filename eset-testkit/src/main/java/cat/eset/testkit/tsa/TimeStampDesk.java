package cat.eset.testkit.tsa;

/** The RFC 3161 authority. Thread-safe. */
public interface TimeStampDesk {

    /** From now on it lies like this; {@link TimeStampLie#NONE} makes it honest again. */
    void lie(TimeStampLie lie);

    /** How many requests it got, whatever it answered. */
    long requests();
}
