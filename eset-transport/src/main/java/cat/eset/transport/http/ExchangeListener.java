package cat.eset.transport.http;

import cat.eset.core.OperationId;
import java.time.Duration;
import java.util.Optional;

/**
 * Told when exchanges start and end, for metrics. Gets ids, sizes and durations; never personal data. Called on the
 * thread of the exchange; must be thread-safe and quick. What it throws is logged and forgotten.
 */
public interface ExchangeListener {

    /** How an exchange ended. */
    enum Outcome {
        /** An answer came, whole. */
        ANSWERED,
        /** Nothing was sent. */
        NOT_SENT,
        /** Something was sent and no whole answer came. */
        UNKNOWN,
        /** An answer came that was refused: too large, not what the contract says, or with a wrong signature. */
        REFUSED
    }

    /**
     * What is being asked.
     *
     * @param exchange number of the exchange in its client
     * @param service product or service
     * @param operation what is asked of it
     * @param operationId identity of the operation, where it has one
     */
    record Exchange(long exchange, String service, String operation, Optional<OperationId> operationId) {}

    /**
     * How it went.
     *
     * @param exchange what was asked
     * @param outcome how it ended
     * @param status HTTP status; 0 when there was none
     * @param requestBytes bytes of the body that were sent
     * @param responseBytes bytes of the body that came
     * @param duration from the start to the last byte
     */
    record Ended(
            Exchange exchange, Outcome outcome, int status, long requestBytes, long responseBytes, Duration duration) {}

    /** An exchange is about to start. */
    default void started(Exchange exchange) {}

    /** An exchange ended. */
    default void ended(Ended ended) {}
}
