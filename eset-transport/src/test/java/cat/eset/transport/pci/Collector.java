package cat.eset.transport.pci;

import cat.eset.core.Credentials;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.Product;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.xml.XmlElement;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * A program of its own that collects the answer of a batch that another program left, from stored fields alone. Arguments:
 * address of the cluster, root certificate, key store, its password, operation, purpose, ids of the items.
 */
final class Collector {

    private Collector() {}

    public static void main(String[] args) throws Exception {
        X509Certificate root;
        try (InputStream in = Files.newInputStream(Path.of(args[1]))) {
            root = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        AocEnvironment environment = AocEnvironment.custom("simulator", ServerTrust.anchors(List.of(root)))
                .cluster(Cluster.NT, URI.create(args[0]))
                .responseSigner(ResponseSigner.consortium(List.of(root)))
                .build();
        Credentials credentials = Credentials.pkcs12(Path.of(args[2]), Secret.of(args[3]));
        PciTicket ticket = new PciTicket(
                OperationId.of(args[4]),
                Product.ENOTUM.soleModality(),
                Purpose.of(args[5]),
                Arrays.asList(args).subList(6, args.length));
        try (PciClient client = PciClient.builder(environment, credentials, TestPki.VILAPROVA)
                .retry(RetryPolicy.none())
                .build()) {
            PciAnswer<List<PciItemAnswer<XmlElement>>> answer = client.poll(ticket, new TreeCodec("Cerca"));
            String line = answer.fold(
                    done -> "done "
                            + done.value().stream().map(PciItemAnswer::itemId).toList(),
                    pending -> "pending");
            System.out.println(line);
        }
    }
}
