package cat.eset.transport.http;

import java.io.IOException;

/** An answer longer than its limit; reading stops there. */
final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    TooLargeException(long limit) {
        super("answer over " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
