package cat.eset.store;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** The database did not do what it was asked. {@link #problem()} tells the cases apart; all but one left nothing behind. */
public final class StoreException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Problem {
        /** The database cannot be reached, can only be read, or went away before the commit was asked for. Nothing was stored. */
        UNAVAILABLE,
        /**
         * The commit was asked for and not answered, or a transaction that was joined was ended inside the work or cannot be undone: what was
         * done may be stored or not. Read before repeating.
         */
        COMMIT_UNKNOWN,
        /** Its disk is full. Nothing was stored. */
        FULL,
        /** Somebody else holds what is needed for too long, or two waited for each other. Nothing was stored. */
        BUSY,
        /** A row contradicts another one. Nothing was stored. */
        CONFLICT,
        /** Something stored is not what was stored: a digest differs, a row cannot be read. */
        DAMAGED,
        /** Anything else; the cause says what, and the failure whether it may pass. Nothing was stored. */
        OTHER
    }

    private final Problem problem;

    StoreException(Problem problem, Failure failure) {
        super(failure);
        this.problem = problem;
    }

    /** What is the matter. */
    public Problem problem() {
        return problem;
    }
}
