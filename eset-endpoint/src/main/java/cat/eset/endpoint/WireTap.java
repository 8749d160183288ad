package cat.eset.endpoint;

/**
 * Sees every request and answer in full, with the personal data and the credentials in them: for tests and for evidence that
 * must be kept, never for a log. Called from many threads, before the answer leaves; what it throws is logged and ignored.
 */
@FunctionalInterface
public interface WireTap {

    /** A tap that looks at nothing. */
    WireTap NONE = exchange -> {};

    /** One request and its answer. */
    void exchanged(EndpointExchange exchange);
}
