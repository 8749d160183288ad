package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.registry.sir.SirClient;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.sir.SirExchange;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendAnExitBySirTest {

    @Test
    void theOtherAdministrationGetsOneExchangeWithOurNumber() {
        try (Consortium consortium =
                        Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
                SirClient sir = client(consortium)) {
            OperationId operation = OperationId.next();
            Person official = new Person(Nif.of("00000000T"), "Maria Exemple");
            Instant registeredAt = consortium.clock().instant();
            DocumentContent report =
                    DocumentContent.of("%PDF-1.7 report".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);

            String first = SendAnExitBySir.send(sir, operation, official, report, registeredAt);
            consortium.clock().advanceBy(Duration.ofMinutes(2));
            String second = SendAnExitBySir.send(sir, operation, official, report, registeredAt);

            assertThat(first).startsWith("on its way, SIR id ").isEqualTo(second);
            assertThat(consortium.sir().exchanges())
                    .singleElement()
                    .extracting(SirExchange::originEntry)
                    .isEqualTo("2026/S/000123");
        }
    }

    private static SirClient client(Consortium consortium) {
        List<X509Certificate> anchors = List.of(consortium.pki().root());
        AocEnvironment simulated = AocEnvironment.custom("simulated", ServerTrust.anchors(anchors))
                .cluster(Cluster.APP, consortium.endpoints().pciApp())
                .responseSigner(ResponseSigner.consortium(anchors))
                .build();
        return SirClient.builder(
                        simulated,
                        consortium.pki().townHallSeal().credentials(),
                        consortium.townHalls().get(0),
                        MemoryStore.create(consortium.clock()).announcements())
                .build();
    }
}
