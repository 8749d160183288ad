package cat.eset.core.work;

import java.util.List;
import java.util.Optional;

/**
 * Small texts that pollers remember between runs: cursors, the last day asked, the instant of the next question.
 * Thread-safe, also between processes; joins the {@link UnitOfWork} of the caller.
 */
public interface TrackingState {

    /** What was stored under a key. */
    Optional<String> read(String key);

    /**
     * Stores a text if what is stored is what the caller expects, so that two pollers do not overwrite each other.
     *
     * @param expected what the caller read, or empty if there was nothing
     * @return whether it was stored
     */
    boolean replace(String key, Optional<String> expected, String text);

    /**
     * Forgets a text, key and all, if what is stored is what the caller expects.
     *
     * @param expected what the caller read
     * @return whether it was there and is forgotten
     */
    boolean forget(String key, String expected);

    /** The keys that begin like this, in no order: for whoever keeps many, to find those that nobody waits for any more. */
    List<String> keys(String beginning);
}
