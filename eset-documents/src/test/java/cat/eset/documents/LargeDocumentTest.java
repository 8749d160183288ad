package cat.eset.documents;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes go through and are never held: while a large document is on its way, what is alive on the heap does not grow with it. With the system
 * property {@code eset.torture}, a document of 1 GB.
 */
@Timeout(500)
class LargeDocumentTest {

    private static final long LENGTH = Boolean.getBoolean("eset.torture") ? 1L << 30 : 24L << 20;
    private static final long ROOM = 8L << 20;
    private static final String UUID = "22222222-2222-4222-8222-222222222222";

    private final List<Long> alive = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    @Test
    void a_large_document_is_stored_and_fetched_in_constant_heap() throws Exception {
        TestPki pki = TestPki.create();
        Sha256 digest = Sha256.of(new Numbers());
        HttpsServer server = DesalStub.https(pki.tlsServer());
        server.createContext("/", exchange -> handle(exchange, digest));
        server.start();
        URI base = URI.create("https://localhost:" + server.getAddress().getPort());
        try (DesalClient client = DesalClient.builder(
                        DesalEnvironment.custom("large", base, ServerTrust.anchors(List.of(pki.root()))),
                        new DesalKeys("VENDOR", "KEY", Secret.of("secret")),
                        TestPki.VILAPROVA)
                .build()) {
            NewDocument large = NewDocument.builder(
                            "large.pdf",
                            "Gran",
                            DocumentContent.of(LENGTH, MediaType.PDF, digest, () -> new Sampled(new Numbers())),
                            Instant.parse("2026-03-02T08:30:00Z"))
                    .build();

            assertThat(client.store(large)).isInstanceOf(StoreResult.Stored.class);
            Path target = folder.resolve("large.pdf");
            DocumentContent fetched = client.fetch(UUID, target);

            assertThat(fetched.sha256()).isEqualTo(digest);
            assertThat(Files.size(target)).isEqualTo(LENGTH);
            assertThat(alive).hasSizeGreaterThanOrEqualTo(8);
            assertThat(Collections.max(alive) - Collections.min(alive))
                    .as("growth of what is alive while %d MB pass", LENGTH >> 20)
                    .isLessThan(ROOM);
        } finally {
            server.stop(0);
        }
    }

    private void handle(HttpExchange exchange, Sha256 digest) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String address = "https://" + exchange.getRequestHeaders().getFirst("Host") + "/bytes";
        try (exchange) {
            if (path.equals("/bytes") && exchange.getRequestMethod().equals("PUT")) {
                boolean same = Sha256.of(exchange.getRequestBody()).equals(digest);
                exchange.sendResponseHeaders(same ? 200 : 500, -1);
            } else if (path.equals("/bytes")) {
                exchange.sendResponseHeaders(200, LENGTH);
                try (OutputStream out = exchange.getResponseBody();
                        InputStream in = new Sampled(new Numbers())) {
                    in.transferTo(out);
                }
            } else {
                exchange.getRequestBody().readAllBytes();
                byte[] json = """
                        {"codiResposta": "0", "uuidFitxer": "%s", "uuidDocument": "%s", "URLPresignada": "%s",
                         "mida": %d, "hash": "%s", "hashAlgoritme": "SHA-256", "formatFitxer": "application/pdf"}""".formatted(UUID, UUID, address, LENGTH, digest.base64())
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, json.length);
                exchange.getResponseBody().write(json);
            }
        }
    }

    /** Bytes that differ from place to place, and need no memory. */
    private static final class Numbers extends InputStream {
        private long position;

        @Override
        public int read() {
            return position < LENGTH ? (int) (position * 31 + (position++ >> 13)) & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(length, LENGTH - position);
            for (int i = 0; i < count; i++) {
                target[offset + i] = (byte) (position * 31 + (position++ >> 13));
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    /** Notes what is alive at the start and after each quarter. */
    private final class Sampled extends InputStream {
        private final InputStream in;
        private long next;
        private long position;

        Sampled(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position >= next) {
                System.gc();
                alive.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
                next += LENGTH / 4 - 1;
            }
            int count = in.read(target, offset, length);
            position += count;
            return count;
        }
    }
}
