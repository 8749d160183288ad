package cat.eset.transport.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What came back, whatever its status. Immutable as long as nobody writes into {@link #body()}. */
public final class HttpAnswer {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final long length;

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param headers headers, names in lower case
     * @param body bytes of the body, which are not copied; empty when they went to a sink
     * @param length number of bytes of the body
     */
    public HttpAnswer(int status, Map<String, List<String>> headers, byte[] body, long length) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = Objects.requireNonNull(body, "body");
        this.length = length;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Headers, names in lower case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Bytes of the body, not copied; empty when they went to a sink. */
    public byte[] body() {
        return body;
    }

    /** Number of bytes of the body, wherever they went. */
    public long length() {
        return length;
    }

    /** First value of a header. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Value of the header {@code Content-Type}; empty text when there is none. */
    public String contentType() {
        return header("content-type").orElse("");
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Status and size, not the body. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + contentType() + ", " + length + " bytes]";
    }
}
