package cat.eset.signature.timestamp;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import java.util.Objects;

/** A time stamp authority gave no good time stamp. */
public final class TimeStampException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** What was wrong. */
    public enum Problem {
        /** It could not be reached, or answered too late. */
        UNREACHABLE,
        /** It answered that it will not. */
        REFUSED,
        /** The answer cannot be read. */
        MALFORMED_ANSWER,
        /** The stamp is over something else. */
        WRONG_IMPRINT,
        /** The stamp does not carry the random number of the request: it may be an old one. */
        WRONG_NONCE,
        /** The stamp follows another policy than the one asked for. */
        WRONG_POLICY,
        /** Its time is too far from this machine's clock; one of the two is wrong. */
        WRONG_TIME,
        /** Its signature does not verify. */
        BAD_SIGNATURE,
        /** Its signer is not a time-stamping certificate, is expired, or leads to no trust anchor. */
        UNTRUSTED_SIGNER
    }

    private final Problem problem;

    private TimeStampException(Problem problem, Failure failure) {
        super(failure);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /** An error of this kind. */
    public static TimeStampException of(Problem problem, Failure.Builder failure) {
        return new TimeStampException(problem, failure.build());
    }

    /** What was wrong. */
    public Problem problem() {
        return problem;
    }
}
