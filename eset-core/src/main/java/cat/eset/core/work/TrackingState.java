package cat.eset.core.work;

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
}
