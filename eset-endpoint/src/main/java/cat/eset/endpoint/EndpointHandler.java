package cat.eset.endpoint;

import java.util.Optional;

/**
 * A service that the consortium calls. Implementations must be thread-safe: every adapter calls them from many threads.
 *
 * <p>A handler never needs to catch what it did not expect: an exception that leaves {@link #handle} becomes a {@link
 * Refusal.Reason#FAILED} refusal, is logged, and is answered by {@link #refuse}.
 */
@FunctionalInterface
public interface EndpointHandler {

    /**
     * Looks at a request before its body is read. An answer ends it: the body is thrown away as it arrives, never kept, and {@link #handle}
     * is not called. By default every request comes in. Whoever has to keep strangers out does so in {@link #handle} too: this only spares
     * memory and work.
     *
     * @param head everything but the body, which is empty
     */
    default Optional<EndpointResponse> answerHead(EndpointRequest head) {
        return Optional.empty();
    }

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
