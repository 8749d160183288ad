package cat.eset.endpoint;

/**
 * A service that the consortium calls. Implementations must be thread-safe: every adapter calls them from many threads.
 *
 * <p>A handler never needs to catch what it did not expect: an exception that leaves {@link #handle} becomes a {@link
 * Refusal.Reason#FAILED} refusal, is logged, and is answered by {@link #refuse}.
 */
@FunctionalInterface
public interface EndpointHandler {

    /**
     * Answers a complete request, whose body was already read within the limits. May block; the adapter's thread waits.
     */
    EndpointResponse handle(EndpointRequest request);

    /**
     * Answers what never became a complete request, or made the handler fail. By default a plain HTTP error of the reason's
     * status; a service whose callers expect another shape overrides it. Must not throw.
     */
    default EndpointResponse refuse(Refusal refusal) {
        return EndpointResponse.empty(refusal.reason().status());
    }
}
