package cat.eset.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.endpoint.jdk.EndpointServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdkAdapterTest extends AdapterPromises {

    private @Nullable EndpointServer server;

    @Override
    int start(EndpointHandler handler, EndpointLimits limits, WireTap tap) {
        server = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                .route("/in", handler)
                .limits(limits)
                .tap(tap)
                .start();
        return server.port();
    }

    @Override
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void cuts_a_connection_whose_body_never_comes() throws Exception {
        try (RawHttp raw = new RawHttp(port())) {
            raw.write("POST /in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");

            assertThat(end(raw)).isEqualTo("closed without an answer");
        }
        assertThat(next().refusal().map(Refusal::reason)).contains(Refusal.Reason.BODY_TOO_SLOW);
    }

    private static String end(RawHttp raw) {
        try {
            return raw.readAll().isEmpty() ? "closed without an answer" : "answered";
        } catch (IOException reset) {
            return reset instanceof SocketTimeoutException ? "still open" : "closed without an answer";
        }
    }
}
