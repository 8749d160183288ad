package cat.eset.registry.mux;

import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.stub.StubbedService;
import cat.eset.transport.ServerTrust;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;

/** A MUX that answers what it is told, and a client of it. */
final class StubbedMux implements AutoCloseable {

    private final StubbedService service;
    private final MuxClient client;

    StubbedMux() {
        TestPki pki = TestPki.create();
        service = StubbedService.start(pki);
        client = MuxClient.builder(
                        MuxEnvironment.custom("stub", service.uri("/"), ServerTrust.anchors(List.of(pki.root()))),
                        "VENDOR",
                        Secret.of(Tokens.SECRET),
                        TestPki.VILAPROVA)
                .build();
    }

    MuxClient client() {
        return client;
    }

    WireMockServer stub() {
        return service.wireMock();
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
