package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.testkit.junit.ConsortiumExtension;
import cat.eset.testkit.pci.PciFault;
import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ConsortiumExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsortiumExtensionTest {

    private static final int SENDINGS = 60;

    @Test
    @Order(1)
    void aTestLeavesFaultsBehind(SimulatedConsortium consortium) throws Exception {
        RawPci pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
        assertThat(pci.withTls(RawPci.peticion("ext-1", "ENOTUM", "", send("EXP/EXT")))
                        .body())
                .contains("IdNotificacio");
        consortium.pci().script(PciFault.forbidden());
        consortium.network().torture(100, 1);
    }

    @Test
    @Order(2)
    void theNextTestFindsTheSameServicesWithoutTheFaults(SimulatedConsortium consortium) throws Exception {
        RawPci pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
        assertThat(pci.withTls(RawPci.peticion("ext-2", "ENOTUM", "", Nt.search("EXP/EXT")))
                        .body())
                .contains("<TotalResultats>1");
    }

    @Test
    @Order(3)
    void anUnreliableLineLosesAnswersButNeverDoublesASending(SimulatedConsortium consortium) throws Exception {
        RawPci pci = new RawPci(consortium.pki(), consortium.endpoints().pciNt());
        consortium.network().torture(40, 20260302);
        int unanswered = 0;
        int refused = 0;
        for (int i = 0; i < SENDINGS; i++) {
            try {
                String answer = pci.withTls(RawPci.peticion("tort-" + i, "ENOTUM", "", send("EXP/TORTURE/" + i)))
                        .body();
                refused += answer.contains("ja enregistrada") ? 1 : 0;
            } catch (IOException e) {
                unanswered++;
            }
        }
        consortium.network().torture(0, 0);
        long stored = consortium.enotum().notifications().stream()
                .filter(n -> n.reference().startsWith("EXP/TORTURE/"))
                .map(n -> n.reference())
                .distinct()
                .count();
        long records = consortium.enotum().notifications().stream()
                .filter(n -> n.reference().startsWith("EXP/TORTURE/"))
                .count();
        assertThat(records).isEqualTo(stored);
        assertThat(consortium.network().spoilt()).isPositive();
        assertThat(unanswered).isPositive();
        assertThat(refused).isPositive();
        assertThat(stored).isLessThan(SENDINGS).isGreaterThan(SENDINGS - unanswered - 1);
    }

    /** The default clock starts before the registry date of the sample. */
    private static String send(String reference) {
        return Nt.send(reference).replace("T09:10:02", "T08:10:02");
    }
}
