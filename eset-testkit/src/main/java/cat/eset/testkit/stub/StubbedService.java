package cat.eset.testkit.stub;

import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestPki;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An HTTPS service on a free port of this machine whose answers a test decides, by WireMock: for what the simulated
 * consortium does not play, such as a vendor's own gateway or a service that is not in the contracts. It shows the TLS
 * certificate of the {@link TestPki}, so clients that trust its root reach it like any simulated service.
 *
 * <p>What it answers is not written from a contract: what the {@link cat.eset.testkit.SimulatedConsortium} plays is
 * tested against that. Thread-safe.
 */
public final class StubbedService implements AutoCloseable {

    private final WireMockServer server;
    private final Path keys;

    private StubbedService(WireMockServer server, Path keys) {
        this.server = server;
        this.keys = keys;
    }

    /** Starts one that answers 404 to everything until it is told otherwise. */
    public static StubbedService start(TestPki pki) {
        try {
            Path keys = Files.createTempFile("stubbed-service", ".p12");
            String password = "stubbed-service";
            pki.tlsServer().writePkcs12(keys, Secret.of(password));
            WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                    .dynamicHttpsPort()
                    .httpDisabled(true)
                    .keystoreType("PKCS12")
                    .keystorePath(keys.toString())
                    .keystorePassword(password)
                    .keyManagerPassword(password));
            server.start();
            return new StubbedService(server, keys);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the stubbed service cannot be written", e);
        }
    }

    /** The address of a path, for example {@code /gateway/send}. */
    public URI uri(String path) {
        return URI.create("https://localhost:" + server.httpsPort()).resolve(path);
    }

    /** The one place where the testkit shows WireMock: stub answers, faults and delays, and verify what was asked. */
    public WireMockServer wireMock() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
        try {
            Files.deleteIfExists(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the stubbed service cannot be deleted", e);
        }
    }
}
