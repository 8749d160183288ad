package cat.eset.core;

import java.util.Objects;

/**
 * Root of every error of the SDK. Unchecked. {@link #failure()} says whose fault it is, whether to retry, which service
 * and operation, whether anything may have been registered, and what to do next.
 *
 * <p>Its message is safe to paste into a public issue. Modules extend it where a caller may want to tell cases apart.
 */
public class EsetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** An error with this description. */
    public EsetException(Failure failure) {
        super(
                Objects.requireNonNull(failure, "failure").toString(),
                failure.cause().orElse(null));
        this.failure = failure;
    }

    /** What happened, whose fault, and what to do. */
    public final Failure failure() {
        return failure;
    }
}
