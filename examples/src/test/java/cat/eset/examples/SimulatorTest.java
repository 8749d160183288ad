package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.id.Nif;
import cat.eset.notify.ENotum;
import cat.eset.notify.Reconciliation;
import cat.eset.notify.SendResult;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.Recipient;
import cat.eset.notify.record.NotificationState;
import cat.eset.testkit.Endpoints;
import cat.eset.testkit.SimulatedConsortium;
import cat.eset.testkit.junit.ConsortiumExtension;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first test of a vendor against the simulated consortium: docs/simulator.md. */
// tag::test[]
@ExtendWith(ConsortiumExtension.class)
class SimulatorTest {

    @Test
    void aCitizenAcceptsWhatWasSent(SimulatedConsortium consortium) {
        try (ENotum enotum = enotum(consortium)) {
            SendResult.Queued sent = (SendResult.Queued) enotum.send(OperationId.next(), notice());

            consortium
                    .clock()
                    .advanceBy(Duration.ofHours(1)); // time stands still until it is moved: now it is deposited
            consortium.enotum().accept(sent.id().value());

            assertThat(enotum.consult(sent.id()).state()).contains(NotificationState.ACCEPTED);
        }
    }

    @Test
    void aLostAnswerIsFoundAgain(SimulatedConsortium consortium) {
        OperationId operation = OperationId.next();
        consortium.pci().script(PciFault.resetAfterProcessing(), "PeticioProcessarTramesa");
        try (ENotum enotum = enotum(consortium)) {
            assertThat(enotum.send(operation, notice())).isInstanceOf(SendResult.Unknown.class);
            assertThat(enotum.reconcile(operation)).isInstanceOf(Reconciliation.Found.class);
            assertThat(consortium.enotum().withReference(operation.value())).hasSize(1);
        }
    }
    // end::test[]

    // tag::environment[]
    static AocEnvironment environment(SimulatedConsortium consortium) {
        List<X509Certificate> root = List.of(consortium.pki().root());
        Endpoints at = consortium.endpoints();
        return AocEnvironment.custom("simulated", ServerTrust.anchors(root))
                .cluster(Cluster.IOP, at.pciIop())
                .cluster(Cluster.APP, at.pciApp())
                .cluster(Cluster.NT, at.pciNt())
                .responseSigner(ResponseSigner.consortium(root))
                .build();
    }

    static ENotum enotum(SimulatedConsortium consortium) {
        TownHall townHall = consortium.townHalls().get(0); // Vilaprova, which does not exist
        return ENotum.builder(
                        environment(consortium),
                        consortium.pki().townHallSeal(townHall).credentials(),
                        townHall)
                .clock(consortium.clock())
                .build();
    }
    // end::environment[]

    private static Notice notice() {
        return Notice.notification("Concessió de llicència")
                .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple").email("maria@exemple.cat"))
                .resolution(DocumentContent.of("%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII), MediaType.PDF))
                .expedient("12/2026")
                .registeredByENotum()
                .build();
    }
}
