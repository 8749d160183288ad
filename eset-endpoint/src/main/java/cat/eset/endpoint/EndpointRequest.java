package cat.eset.endpoint;

import cat.eset.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A complete request with its whole body, which is already within {@link EndpointLimits}. Immutable. */
public final class EndpointRequest {

    private final String method;
    private final String path;
    private final String query;
    private final EndpointHeaders headers;
    private final String remoteAddress;
    private final List<X509Certificate> clientCertificates;
    private final byte[] body;

    private EndpointRequest(Builder b, byte[] body) {
        this.method = b.method;
        this.path = b.path;
        this.query = b.query;
        this.headers = b.headers;
        this.remoteAddress = b.remoteAddress;
        this.clientCertificates = b.clientCertificates;
        this.body = body;
    }

    /**
     * Starts a request without headers and body.
     *
     * @param method upper case, for example {@code POST}
     * @param path as it was written on the wire, beginning with a slash, without query
     */
    public static Builder builder(String method, String path) {
        return new Builder(method, path);
    }

    /** Upper case, for example {@code POST}. */
    public String method() {
        return method;
    }

    /** As it was written on the wire: still percent-encoded, without query. */
    public String path() {
        return path;
    }

    /** What follows the question mark, still percent-encoded; empty if there is none. */
    public String query() {
        return query;
    }

    /** Header fields. */
    public EndpointHeaders headers() {
        return headers;
    }

    /** The {@code Content-Type} without parameters; empty if it is absent or malformed. */
    public Optional<MediaType> mediaType() {
        return headers.first("Content-Type").flatMap(MediaTypes::parse);
    }

    /** The numeric address of the peer, which may be a proxy; empty text if the adapter does not know it. */
    public String remoteAddress() {
        return remoteAddress;
    }

    /** The chain the peer proved in the TLS handshake; empty if it was not asked. */
    public List<X509Certificate> clientCertificates() {
        return clientCertificates;
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body, to be read without a copy. */
    public InputStream bodyStream() {
        return new ByteArrayInputStream(body);
    }

    /** Length of the body in bytes. */
    public int bodyLength() {
        return body.length;
    }

    /** The request as an HTTP/1.1 message: request line, fields, and the body byte by byte. Holds whatever the peer sent. */
    public byte[] toHttp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String target = query.isEmpty() ? path : path + "?" + query;
        HttpText.write(out, method + " " + target + " HTTP/1.1", headers, body);
        return out.toByteArray();
    }

    /** Method, path and length, safe to print whatever the peer sent; never the body or the fields. */
    @Override
    public String toString() {
        return (method + " " + path).replaceAll("[^!-~ ]", "?") + " (" + body.length + " bytes)";
    }

    /** Builds an {@link EndpointRequest}; not thread-safe. */
    public static final class Builder {
        private final String method;
        private final String path;
        private String query = "";
        private EndpointHeaders headers = EndpointHeaders.none();
        private String remoteAddress = "";
        private List<X509Certificate> clientCertificates = List.of();

        private Builder(String method, String path) {
            this.method = Objects.requireNonNull(method, "method");
            this.path = Objects.requireNonNull(path, "path");
        }

        /** What follows the question mark. */
        public Builder query(String value) {
            this.query = Objects.requireNonNull(value, "query");
            return this;
        }

        /** Header fields. */
        public Builder headers(EndpointHeaders value) {
            this.headers = Objects.requireNonNull(value, "headers");
            return this;
        }

        /** The numeric address of the peer. */
        public Builder remoteAddress(String value) {
            this.remoteAddress = Objects.requireNonNull(value, "remoteAddress");
            return this;
        }

        /** The chain the peer proved in the TLS handshake. */
        public Builder clientCertificates(List<X509Certificate> value) {
            this.clientCertificates = List.copyOf(value);
            return this;
        }

        /** A request with this body, which is copied. */
        public EndpointRequest body(byte[] value) {
            return new EndpointRequest(this, value.clone());
        }

        /** A request with this text as body, in UTF-8. */
        public EndpointRequest body(String value) {
            return new EndpointRequest(this, value.getBytes(StandardCharsets.UTF_8));
        }

        /** A request without body. */
        public EndpointRequest empty() {
            return new EndpointRequest(this, new byte[0]);
        }
    }
}
