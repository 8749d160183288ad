package cat.eset.transport.http;

import cat.eset.core.OperationId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One HTTP request. Immutable. */
public final class HttpCall {

    private final String method;
    private final URI uri;
    private final String service;
    private final String operation;
    private final Map<String, String> headers;
    private final @Nullable HttpBody body;
    private final @Nullable OperationId operationId;
    private final boolean effect;
    private final @Nullable Timeouts timeouts;
    private final long maxResponseBytes;

    private HttpCall(Builder b) {
        this.method = b.method;
        this.uri = b.uri;
        this.service = b.service;
        this.operation = b.operation;
        this.headers = Map.copyOf(b.headers);
        this.body = b.body;
        this.operationId = b.operationId;
        this.effect = b.effect;
        this.timeouts = b.timeouts;
        this.maxResponseBytes = b.maxResponseBytes;
    }

    /**
     * A GET.
     *
     * @param uri address
     * @param service name of the service, for messages, metrics and captures
     * @param operation what is asked of it, for the same
     */
    public static Builder get(URI uri, String service, String operation) {
        return new Builder("GET", uri, service, operation, null);
    }

    /** A POST of this body. */
    public static Builder post(URI uri, String service, String operation, HttpBody body) {
        return new Builder("POST", uri, service, operation, Objects.requireNonNull(body, "body"));
    }

    /** Any other method; the body may be missing. */
    public static Builder of(String method, URI uri, String service, String operation, Optional<HttpBody> body) {
        return new Builder(method, uri, service, operation, body.orElse(null));
    }

    /** Method. */
    public String method() {
        return method;
    }

    /** Address. */
    public URI uri() {
        return uri;
    }

    /** Name of the service. */
    public String service() {
        return service;
    }

    /** What is asked of it. */
    public String operation() {
        return operation;
    }

    /** Headers besides those that HTTP needs. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Body. */
    public Optional<HttpBody> body() {
        return Optional.ofNullable(body);
    }

    /** Identity of the operation, where it has one. */
    public Optional<OperationId> operationId() {
        return Optional.ofNullable(operationId);
    }

    /** Whether it changes something on the other side, so that without an answer the effect is unknown. */
    public boolean hasEffect() {
        return effect;
    }

    /** Timeouts, where they differ from those of the client. */
    public Optional<Timeouts> timeouts() {
        return Optional.ofNullable(timeouts);
    }

    /** Most bytes of an answer that are read, or 0: those of the client. */
    public long maxResponseBytes() {
        return maxResponseBytes;
    }

    /** Method and operation; not the address, whose query may hold personal data. */
    @Override
    public String toString() {
        return method + " " + service + " " + operation;
    }

    /** Builds a call; not thread-safe. */
    public static final class Builder {
        private final String method;
        private final URI uri;
        private final String service;
        private final String operation;
        private final @Nullable HttpBody body;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable OperationId operationId;
        private boolean effect;
        private @Nullable Timeouts timeouts;
        private long maxResponseBytes;

        private Builder(String method, URI uri, String service, String operation, @Nullable HttpBody body) {
            this.method = Objects.requireNonNull(method, "method");
            this.uri = Objects.requireNonNull(uri, "uri");
            this.service = Objects.requireNonNull(service, "service");
            this.operation = Objects.requireNonNull(operation, "operation");
            this.body = body;
        }

        /** A header. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Identity of the operation; also says that the request has an effect. */
        public Builder operationId(OperationId value) {
            this.operationId = Objects.requireNonNull(value, "value");
            return effect(true);
        }

        /** Whether the request changes something on the other side; not when not said. */
        public Builder effect(boolean value) {
            this.effect = value;
            return this;
        }

        /** Timeouts of this call alone. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Most bytes of the answer that are read; more is an error. */
        public Builder maxResponseBytes(long value) {
            this.maxResponseBytes = value;
            return this;
        }

        /** The finished call. */
        public HttpCall build() {
            return new HttpCall(this);
        }
    }
}
