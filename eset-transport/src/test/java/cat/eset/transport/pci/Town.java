package cat.eset.transport.pci;

import cat.eset.core.OperationId;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.Product;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.xml.XmlElement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** A simulated consortium and Vilaprova in front of it. */
final class Town implements AutoCloseable {

    final Consortium consortium;

    private Town(Consortium consortium) {
        this.consortium = consortium;
    }

    static ConsortiumOptions march() {
        return ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15));
    }

    static Town open() {
        return open(march());
    }

    static Town open(ConsortiumOptions options) {
        return new Town(Consortium.start(options));
    }

    AocEnvironment environment() {
        TestPki pki = consortium.pki();
        return AocEnvironment.custom("simulator", ServerTrust.anchors(List.of(pki.root())))
                .cluster(Cluster.NT, consortium.endpoints().pciNt())
                .cluster(Cluster.APP, consortium.endpoints().pciApp())
                .cluster(Cluster.IOP, consortium.endpoints().pciIop())
                .responseSigner(ResponseSigner.consortium(List.of(pki.root())))
                .build();
    }

    PciClient.Builder client() {
        return client(environment());
    }

    PciClient.Builder client(AocEnvironment environment) {
        return PciClient.builder(environment, consortium.pki().townHallSeal().credentials(), TestPki.VILAPROVA)
                .clock(consortium.clock())
                .timeouts(Timeouts.standard().withRead(Duration.ofSeconds(20)).withWhole(Duration.ofSeconds(30)))
                .retry(RetryPolicy.none());
    }

    static PciRequest<XmlElement, XmlElement> search(String reference) {
        return PciRequest.query(
                        OperationId.next(),
                        Product.ENOTUM.soleModality(),
                        new TreeCodec("Cerca"),
                        TreeCodec.search(reference))
                .build();
    }

    static PciRequest.Builder<XmlElement, XmlElement> send(OperationId operation, String reference, String document) {
        return PciRequest.effect(
                operation,
                Product.ENOTUM.soleModality(),
                new TreeCodec("ProcessarTramesa"),
                TreeCodec.send(reference, document));
    }

    @Override
    public void close() {
        consortium.close();
    }
}
