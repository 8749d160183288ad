package cat.eset.transport.http;

import cat.eset.core.Failure;

/** An answer longer than the limit; reading stopped there. */
public class HttpAnswerTooLargeException extends HttpExchangeException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public HttpAnswerTooLargeException(Failure failure) {
        super(failure, RequestSent.UNKNOWN);
    }
}
