package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Person;
import cat.eset.core.id.Nif;
import cat.eset.registry.sir.SirClient;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pci.PciFault;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiveFromSirTest {

    private static final String MESSAGE = """
            <Fichero_Intercambio_SICRES_3><De_Asunto><Resumen>Informe</Resumen></De_Asunto></Fichero_Intercambio_SICRES_3>""";

    @Test
    void whatWasToldBeforeTheProgramDiedIsTakenAfterIt(@TempDir Path folder) {
        try (Consortium consortium =
                Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)))) {
            consortium.sir().deliver(MESSAGE, Map.of());
            JdbcStore before = store(folder, consortium);
            try (SirClient sir = client(consortium, before)) {
                sir.synchronise(); // SIR tells it once, and here the program dies
            }
            JdbcStore after = store(folder, consortium);
            try (SirClient sir = client(consortium, after)) {
                Person official = new Person(Nif.of("00000000T"), "Maria Exemple");

                // The answer to the confirmation is lost: the event stays open, and the next run sees that it was done.
                consortium.pci().script(PciFault.resetAfterProcessing(), "peticioConfirmacioAssentament");
                assertThat(ReceiveFromSir.receive(sir, after, official, consortium.clock()))
                        .isZero();
                assertThat(ReceiveFromSir.receive(sir, after, official, consortium.clock()))
                        .isOne();
                assertThat(sir.log().open(100)).isEmpty();
                assertThat(consortium.mux().legs()).hasSize(1);
                assertThat(consortium.sir().exchanges())
                        .singleElement()
                        .satisfies(exchange -> assertThat(exchange.state()).isEqualTo("CONFIRMAT"));
            }
        }
    }

    /** The file is closed with the last connection to it, so that each store reads it from the disk. */
    private static JdbcStore store(Path folder, Consortium consortium) {
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + folder.resolve("eset") + ";WRITE_DELAY=0");
        StoreSchema.of(file, "eset").migrate();
        return JdbcStore.builder(file, consortium.clock()).build();
    }

    private static SirClient client(Consortium consortium, JdbcStore store) {
        List<X509Certificate> anchors = List.of(consortium.pki().root());
        AocEnvironment simulated = AocEnvironment.custom("simulated", ServerTrust.anchors(anchors))
                .cluster(Cluster.APP, consortium.endpoints().pciApp())
                .responseSigner(ResponseSigner.consortium(anchors))
                .build();
        return SirClient.builder(
                        simulated,
                        consortium.pki().townHallSeal().credentials(),
                        consortium.townHalls().get(0),
                        store.announcements())
                .build();
    }
}
