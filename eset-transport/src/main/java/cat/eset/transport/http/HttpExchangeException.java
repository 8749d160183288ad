package cat.eset.transport.http;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import java.util.Objects;

/** An exchange that gave no whole answer: network, TLS, time or size. */
public class HttpExchangeException extends EsetException {

    private static final long serialVersionUID = 1L;

    private final RequestSent requestSent;

    /** An error with this description. */
    public HttpExchangeException(Failure failure, RequestSent requestSent) {
        super(failure);
        this.requestSent = Objects.requireNonNull(requestSent, "requestSent");
    }

    /** Whether the other side may have got the request. */
    public final RequestSent requestSent() {
        return requestSent;
    }
}
