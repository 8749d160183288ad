package cat.eset.endpoint;

import cat.eset.core.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An answer with its whole body. The adapter adds {@code Content-Length} and {@code Date}. Immutable. */
public final class EndpointResponse {

    private final int status;
    private final EndpointHeaders headers;
    private final byte[] body;

    private EndpointResponse(int status, EndpointHeaders headers, byte[] body) {
        if (status < 200 || status > 599) {
            throw InvalidValueException.of("EndpointResponse", "a final HTTP status, 200 to 599");
        }
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = body;
    }

    /** An answer without body. */
    public static EndpointResponse empty(int status) {
        return new EndpointResponse(status, EndpointHeaders.none(), new byte[0]);
    }

    /**
     * An answer with a body.
     *
     * @param contentType whole value of the {@code Content-Type} field, with its parameters
     * @param body is copied
     */
    public static EndpointResponse of(int status, String contentType, byte[] body) {
        return new EndpointResponse(status, EndpointHeaders.none().and("Content-Type", contentType), body.clone());
    }

    /** An answer with a text as body, in UTF-8. */
    public static EndpointResponse of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with one more header field. */
    public EndpointResponse with(String name, String value) {
        return new EndpointResponse(status, headers.and(name, value), body);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Header fields. */
    public EndpointHeaders headers() {
        return headers;
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** Length of the body in bytes. */
    public int bodyLength() {
        return body.length;
    }

    /** Writes the body without a copy. */
    public void writeBody(OutputStream out) throws IOException {
        out.write(body);
    }

    /** The answer as an HTTP/1.1 message: status line, fields, and the body byte by byte. */
    public byte[] toHttp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HttpText.write(out, "HTTP/1.1 " + status, headers, body);
        return out.toByteArray();
    }

    /** Status and length; never the body or the fields. */
    @Override
    public String toString() {
        return "HTTP " + status + " (" + body.length + " bytes)";
    }
}
