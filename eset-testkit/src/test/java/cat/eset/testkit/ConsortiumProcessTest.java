package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ConsortiumProcessTest {

    private static ConsortiumProcess start() {
        return ConsortiumProcess.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15)));
    }

    @Test
    void theDesksOfAnotherProcessWorkAsThoseOfThisOne() throws Exception {
        try (ConsortiumProcess consortium = start()) {
            RawPci pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
            String sent = pci.signed(RawPci.peticion("p-1", "ENOTUM", "", Nt.send("EXP/PROCESS")))
                    .body();
            long id = Long.parseLong(Nt.value(sent, "IdNotificacio"));
            consortium.clock().advanceBy(Duration.ofMinutes(5));
            consortium.enotum().reject(id);
            assertThat(consortium.enotum().find(id))
                    .map(StoredNotification::state)
                    .contains("REBUTJADA");
            assertThat(consortium.enotum().find(1)).isEmpty();
            consortium.pci().script(PciFault.soapFault("1013", "prova"));
            assertThat(pci.signed(RawPci.peticion("p-2", "ENOTUM", "", Nt.consult(id)))
                            .body())
                    .contains("<faultstring>prova");
            assertThat(consortium.pci().exchanges())
                    .extracting(PciExchange::requestId)
                    .containsExactly("p-1", "p-2");
            assertThatThrownBy(() -> consortium.enotum().accept(99))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("99");
        }
    }

    @Test
    void whatIsArrangedWithENotumHoldsInAnotherProcessToo() throws Exception {
        try (ConsortiumProcess consortium = start()) {
            RawPci pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
            String reference = "11111111-2222-4333-8444-555555555555";
            consortium.enotum().createBackOffice("PADRO");
            consortium.enotum().agreeOnTag("urbanisme");
            consortium.enotum().putInDocumentStore(reference, new byte[] {1, 2, 3});
            consortium.enotum().ignoreOrderOfSearches();
            String request = Nt.send("EXP/ARRANGED")
                    .replace("<Usuari>", "<BackOffice>PADRO</BackOffice><Usuari>")
                    .replace(
                            "<Idioma>ca</Idioma><Canal>",
                            "<Etiquetes><Etiqueta>urbanisme</Etiqueta></Etiquetes><Canal>")
                    .replaceFirst("<Dades>.*</Dades>", "<UUIDDocument>" + reference + "</UUIDDocument>");

            long id = Long.parseLong(Nt.value(answer(pci, "a-1", request), "IdNotificacio"));
            consortium.enotum().stall(id);
            consortium.clock().advanceBy(Duration.ofDays(1));
            assertThat(consortium.enotum().find(id))
                    .map(StoredNotification::state)
                    .contains("PENDENT");
            consortium.enotum().refuseNext("Consulta", 1044);
            assertThat(answer(pci, "a-2", Nt.consult(id))).contains("<CodiError>1044");
            consortium.enotum().failAfterNext("Consulta", 103);
            assertThat(answer(pci, "a-3", Nt.consult(id))).contains("<CodiError>103");
            consortium.enotum().enforce(918);
            assertThat(answer(pci, "a-4", request)).contains("<CodiError>918");
        }
    }

    private static String answer(RawPci pci, String id, String payload) throws Exception {
        return pci.signed(RawPci.peticion(id, "ENOTUM", "", payload)).body();
    }

    @Test
    void aKilledProcessIsToldInWords() {
        try (ConsortiumProcess consortium = start()) {
            RawPci pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
            consortium.kill();
            assertThat(consortium.isAlive()).isFalse();
            assertThatThrownBy(() -> consortium.enotum().notifications())
                    .isInstanceOf(ConsortiumGoneException.class)
                    .hasMessageContaining("process " + consortium.pid() + " ended with exit code 137")
                    .hasMessageContaining("enotum.all");
            assertThatThrownBy(() -> pci.signed(RawPci.peticion("p-3", "ENOTUM", "", Nt.consult(1))))
                    .isInstanceOf(IOException.class);
        }
    }
}
