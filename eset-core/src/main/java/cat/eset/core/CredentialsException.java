package cat.eset.core;

import java.util.Objects;

/** A key or its certificate cannot be used as they are. */
public final class CredentialsException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    /** What stands in the way; each has its remedy in {@link #failure()}. */
    public enum Problem {
        /** The key store is not there or cannot be opened. */
        UNREADABLE,
        /** It is no key store of that kind, or is damaged. */
        MALFORMED,
        /** The password is not that of the store or of the key. */
        WRONG_PASSWORD,
        /** There is no private key. */
        NO_KEY,
        /** There are several keys and none was chosen. */
        SEVERAL_KEYS,
        /** The key has no certificate. */
        NO_CERTIFICATE,
        /** The key is not that of the certificate. */
        OTHER_KEY,
        /** The certificate has expired. */
        EXPIRED,
        /** The certificate is not valid yet: most often it is the clock that is wrong. */
        NOT_YET_VALID
    }

    private final Problem problem;

    /** An error of this kind with this description. */
    public CredentialsException(Problem problem, Failure failure) {
        super(failure);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /** What stands in the way. */
    public Problem problem() {
        return problem;
    }
}
