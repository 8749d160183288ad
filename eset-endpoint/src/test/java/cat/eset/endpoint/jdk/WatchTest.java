package cat.eset.endpoint.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.endpoint.EndpointResponse;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class WatchTest {

    /** At some thousand requests a second, ten seconds of finished exchanges would be a lot to hold. */
    @Test
    void nothing_is_kept_of_a_request_that_was_answered() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        try (JdkHttpServerAdapter adapter = JdkHttpServerAdapter.of(request -> EndpointResponse.empty(204))) {
            server.createContext("/", adapter);
            server.start();
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:"
                                            + server.getAddress().getPort()))
                                    .build(),
                            BodyHandlers.discarding());

            assertThat(adapter.watched()).isZero();
        } finally {
            server.stop(0);
        }
    }
}
