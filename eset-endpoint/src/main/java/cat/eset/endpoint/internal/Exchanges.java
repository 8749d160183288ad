package cat.eset.endpoint.internal;

import cat.eset.endpoint.EndpointExchange;
import cat.eset.endpoint.EndpointHandler;
import cat.eset.endpoint.EndpointLimits;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.endpoint.Refusal;
import cat.eset.endpoint.WireTap;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of every request through any adapter: head, body within limits, handler, refusal, tap. Thread-safe. */
public final class Exchanges {

    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);

    private final EndpointHandler handler;
    private final EndpointLimits limits;
    private final WireTap tap;

    /** With these parts. */
    public Exchanges(EndpointHandler handler, EndpointLimits limits, WireTap tap) {
        this.handler = Objects.requireNonNull(handler, "handler");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.tap = Objects.requireNonNull(tap, "tap");
    }

    /** The limits. */
    public EndpointLimits limits() {
        return limits;
    }

    /** Answers a request whose header was read and whose body is still to come. Never throws. */
    public EndpointResponse answer(EndpointRequest.Builder head, InputStream body, long declaredLength) {
        long start = System.nanoTime();
        long deadline = start + limits.bodyTime().toNanos();
        try {
            EndpointRequest alone = head.empty();
            Optional<Outcome> early = byHead(alone);
            if (early.isPresent()) {
                BoundedBody.discard(body, limits, deadline);
                return show(alone, early.get(), start);
            }
            byte[] bytes = BoundedBody.read(body, declaredLength, limits, deadline);
            EndpointRequest request = head.body(bytes);
            return show(request, handle(request, alone), start);
        } catch (BoundedBody.RefusedException e) {
            Refusal refusal = new Refusal(e.reason(), head.empty());
            LOG.warn("Refused {}: {}", refusal.request(), e.reason());
            return show(refusal.request(), refused(refusal), start);
        }
    }

    private record Outcome(EndpointResponse response, Optional<Refusal> refusal) {}

    private Optional<Outcome> byHead(EndpointRequest head) {
        try {
            return handler.answerHead(head).map(response -> new Outcome(response, Optional.empty()));
        } catch (RuntimeException e) {
            return Optional.of(failed(head, head, e));
        }
    }

    private Outcome handle(EndpointRequest request, EndpointRequest head) {
        try {
            return new Outcome(handler.handle(request), Optional.empty());
        } catch (RuntimeException e) {
            return failed(request, head, e);
        }
    }

    private Outcome failed(EndpointRequest request, EndpointRequest head, RuntimeException e) {
        LOG.error(
                "The handler failed on {} ({}; details at level debug, they may hold personal data)",
                request,
                e.getClass().getName());
        LOG.debug("{}", request, e);
        return refused(new Refusal(Refusal.Reason.FAILED, head));
    }

    private Outcome refused(Refusal refusal) {
        try {
            return new Outcome(handler.refuse(refusal), Optional.of(refusal));
        } catch (RuntimeException e) {
            LOG.error(
                    "The handler failed to refuse a request ({}): {}",
                    refusal.reason(),
                    e.getClass().getName());
            return new Outcome(EndpointResponse.empty(refusal.reason().status()), Optional.of(refusal));
        }
    }

    private EndpointResponse show(EndpointRequest request, Outcome outcome, long start) {
        try {
            tap.exchanged(new EndpointExchange(
                    request, outcome.response(), outcome.refusal(), Duration.ofNanos(System.nanoTime() - start)));
        } catch (RuntimeException e) {
            LOG.warn("The wire tap failed: {}", e.getClass().getName());
        }
        return outcome.response();
    }
}
