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
