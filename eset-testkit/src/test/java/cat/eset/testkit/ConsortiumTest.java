package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.testkit.enotum.StoredNotification;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsortiumTest {

    private static Consortium consortium;
    private static RawPci pci;

    @BeforeAll
    static void start() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15)));
        pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
    }

    @AfterAll
    static void stop() {
        consortium.close();
    }

    @Test
    void aNotificationGoesFromTheCallToTheEvidence() throws Exception {
        HttpResponse<String> sent = pci.signed(RawPci.peticion("life-1", "ENOTUM", "", Nt.send("EXP/LIFE-1")));
        assertThat(sent.body()).contains("<ns3:CodigoEstado>0003").contains("ds:SignatureValue");
        long id = Long.parseLong(Nt.value(sent.body(), "IdNotificacio"));
        assertThat(consortium.enotum().find(id)).map(StoredNotification::state).contains("PENDENT");

        consortium.clock().advanceBy(Duration.ofMinutes(5));
        assertThat(consortium.enotum().find(id)).map(StoredNotification::state).contains("DIPOSITADA");
        assertThat(consortium.enotum().notices()).anyMatch(n -> n.notificationId() == id && !n.reminder());

        consortium.enotum().accept(id);
        String consulted = pci.signed(RawPci.peticion("life-2", "ENOTUM", "", Nt.consult(id)))
                .body();
        assertThat(Nt.value(consulted, "Estat")).isEqualTo("ACCEPTADA");
        assertThat(Nt.value(consulted, "HaSignat")).isEqualTo("true");
        String xml = pci.signed(RawPci.peticion("life-3", "ENOTUM", "", Nt.evidence(id, "XML")))
                .body();
        assertThat(xml).contains("<Diposit>&lt;?xml").contains("<AcceptacioRebuig>&lt;?xml");
        String pdf = pci.signed(RawPci.peticion("life-4", "ENOTUM", "", Nt.evidence(id, "PDF")))
                .body();
        assertThat(Nt.value(pdf, "URLDescarrega")).startsWith("https://localhost:");
    }

    @Test
    void aRepeatedRequestIdIsRefusedAsObserved() throws Exception {
        assertThat(pci.signed(RawPci.peticion("twice", "ENOTUM", "", Nt.send("EXP/TWICE")))
                        .body())
                .contains("0003");
        assertThat(pci.signed(RawPci.peticion("twice", "ENOTUM", "", Nt.send("EXP/TWICE")))
                        .body())
                .contains("<ns3:CodigoEstado>0502")
                .contains("Transmissió ja enregistrada: 'twice'.");
        assertThat(consortium.enotum().withReference("EXP/TWICE")).hasSize(1);
    }
}
