package cat.eset.transport.http;

import cat.eset.core.OperationId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Head of a message on the wire.
 *
 * @param exchange number of the exchange, the same for request and response, and for all retries different; unique among
 *     the clients of a process
 * @param direction which way it goes
 * @param service product or service, for example {@code ENOTUM}
 * @param operation what is asked of it, for example {@code Consulta}
 * @param operationId identity of the operation, where it has one
 * @param method HTTP method of the request
 * @param uri address of the request
 * @param status HTTP status of the response; 0 in a request
 * @param contentType value of the header {@code Content-Type}; empty when there is none
 * @param headers headers, names in lower case
 */
public record WireMessage(
        long exchange,
        Direction direction,
        String service,
        String operation,
        Optional<OperationId> operationId,
        String method,
        URI uri,
        int status,
        String contentType,
        Map<String, List<String>> headers) {

    /** Which way a message goes. */
    public enum Direction {
        /** From here. */
        REQUEST,
        /** To here. */
        RESPONSE
    }

    /** Copies the headers. */
    public WireMessage {
        Objects.requireNonNull(direction, "direction");
        headers = Map.copyOf(headers);
    }
}
