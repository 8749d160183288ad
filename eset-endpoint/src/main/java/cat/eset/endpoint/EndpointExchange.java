package cat.eset.endpoint;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One request with its answer, as a {@link WireTap} sees it. Holds personal data and credentials in full.
 *
 * @param request what came; its body is empty if it was refused or answered before it was complete
 * @param response what was answered
 * @param refusal why it was not handled; empty if it was
 * @param took from the end of the request's header to the answer being ready
 */
public record EndpointExchange(
        EndpointRequest request, EndpointResponse response, Optional<Refusal> refusal, Duration took) {

    /** Checks the values. */
    public EndpointExchange {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(took, "took");
    }
}
