package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.notify.ENotum;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendOneNotificationTest {

    @Test
    void theConsortiumHoldsOneNotification() {
        try (Consortium consortium =
                        Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
                ENotum enotum = client(consortium)) {
            OperationId operation = OperationId.next();
            DocumentContent decree =
                    DocumentContent.of("%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);

            String first = SendOneNotification.send(enotum, operation, decree);
            SendOneNotification.send(enotum, operation, decree);

            assertThat(first).startsWith("waiting for deposit, e-NOTUM id ");
            assertThat(consortium.enotum().notifications())
                    .singleElement()
                    .extracting(StoredNotification::id)
                    .satisfies(id -> assertThat(first).endsWith(String.valueOf(id)));
        }
    }

    private static ENotum client(Consortium consortium) {
        TestPki pki = consortium.pki();
        List<X509Certificate> anchors = List.of(pki.root());
        AocEnvironment simulated = AocEnvironment.custom("simulated", ServerTrust.anchors(anchors))
                .cluster(Cluster.NT, consortium.endpoints().pciNt())
                .responseSigner(ResponseSigner.consortium(anchors))
                .build();
        return ENotum.builder(
                        simulated,
                        pki.townHallSeal().credentials(),
                        consortium.townHalls().get(0))
                .clock(consortium.clock())
                .build();
    }
}
