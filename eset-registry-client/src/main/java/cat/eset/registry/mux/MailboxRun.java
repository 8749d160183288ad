package cat.eset.registry.mux;

import java.util.Objects;

/**
 * What one run of a {@link MailboxReader} did.
 *
 * @param elements how many elements were dealt with
 * @param consolidations how many consolidations were left in the outbox
 * @param end why it ended
 * @param detail what it waits for, without personal data; empty text if nothing
 */
public record MailboxRun(int elements, int consolidations, End end, String detail) {

    /** Why a run ended. */
    public enum End {
        /** There was nothing more. */
        EMPTY,
        /** The caller wanted it to stop. */
        STOPPED,
        /** The next element is being numbered elsewhere: run again later. */
        IN_PROCESS,
        /**
         * The next element could not be registered: somebody has to look. The cursor stays on it, until it can be or somebody calls {@link
         * MailboxReader#passOver}.
         */
        BLOCKED
    }

    /** Checks the values. */
    public MailboxRun {
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(detail, "detail");
    }
}
