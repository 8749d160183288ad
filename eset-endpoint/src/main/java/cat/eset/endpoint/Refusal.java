package cat.eset.endpoint;

import java.util.Objects;

/**
 * Why a request was not handled.
 *
 * @param reason what was wrong
 * @param request what is known of it: everything but the body, which is empty
 */
public record Refusal(Reason reason, EndpointRequest request) {

    /** What was wrong with a request. */
    public enum Reason {
        /** The body is longer than {@link EndpointLimits#maxBodyBytes()}. */
        BODY_TOO_LARGE(413),
        /** The body did not arrive within {@link EndpointLimits#bodyTime()}. */
        BODY_TOO_SLOW(408),
        /** The connection ended before the body did. */
        BODY_INCOMPLETE(400),
        /** The handler threw an exception. */
        FAILED(500);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The HTTP status that says the same. */
        public int status() {
            return status;
        }
    }

    /** Checks the values. */
    public Refusal {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(request, "request");
    }
}
