package cat.eset.testkit;

/** The process of the simulator ended or does not answer any more; nothing can be asked of it. */
public final class ConsortiumGoneException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Says what was asked and what is known about the end of the process. */
    public ConsortiumGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
