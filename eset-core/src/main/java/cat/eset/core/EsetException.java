package cat.eset.core;

import java.util.Objects;

/**
 * What a service, the network, the database, a setting, a rule or a value brought about: the one exception to catch around calls of the SDK.
 * Unchecked. {@link #failure()} says whose fault it is, whether to retry, which service and operation, whether anything may have been registered,
 * and what to do next.
 *
 * <p>Besides it there are only exceptions of the platform: {@link java.io.IOException} and {@link java.io.UncheckedIOException} where files are read
 * or written, and {@link IllegalArgumentException}, {@link IllegalStateException} and {@link NullPointerException} where a program calls what it must
 * not. What a program has to act upon, such as a notification that was refused, is no exception but a result with {@code fold}.
 *
 * <p>Its message is one line of English for support, safe to paste into a public issue. Modules extend it where a caller may want to tell cases
 * apart. Java serialization does not keep the failure.
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
