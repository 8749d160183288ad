package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.testkit.mux.MuxTransaction;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** MUX V2 as the note prints it, asked with hand-written XML (contract mux 5.4). */
@Timeout(60)
class Mux2Test {

    private static Consortium consortium;
    private static RawPci pci;
    private static int sequence;

    @BeforeAll
    static void start() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 15)));
        pci = new RawPci(consortium.pki(), consortium.endpoints().pciIop());
        consortium
                .mux()
                .execute(MuxTransaction.entry("0ba6-8133-af41-6006", "Llicència d'obres")
                        .person(MuxTransaction.Person.of("00000000T", "Maria", "Exemple"))
                        .document(new MuxTransaction.Attachment(
                                "00000000-0000-4000-8000-000000000001", "formulari.pdf", "application/pdf", 1, "x"))
                        .build());
        consortium.clock().advanceBy(Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        consortium.close();
    }

    private static String ask(String modality, String operation) throws IOException, InterruptedException {
        String payload = "<PeticioRegistre xmlns=\"http://net.aocat/MUX2/PeticioRegistre\" IdAplicacio=\"VENDOR\">"
                + operation + "</PeticioRegistre>";
        String request = RawPci.peticion("mux2-" + ++sequence, "MUX", "", payload)
                .replace("<CodigoCertificado>MUX<", "<CodigoCertificado>" + modality + "<");
        return pci.signed(request).body();
    }

    private static String byNumber(String number) {
        return "<ConsultaAssentaments><NumeroAssentament>" + number + "</NumeroAssentament></ConsultaAssentaments>";
    }

    private static String window(String registry) {
        return "<ConsultaAssentaments><DataInici>2026-03-02T09:00:00+01:00</DataInici><DataFi>2026-03-02T15:00:00+01:00</DataFi>"
                + "<Tipus>Entrada</Tipus><Registre>" + registry + "</Registre></ConsultaAssentaments>";
    }

    private static String download(String number) {
        return "<DescarregaDocumentacio><NumeroAssentamentEntrada>" + number
                + "</NumeroAssentamentEntrada></DescarregaDocumentacio>";
    }

    @Test
    void nothingFoundIsOkAndEmpty() throws Exception {
        assertThat(ask("MUX_CONSULTA", byNumber("2024/E/000123")))
                .containsPattern("<Resultat codi=\"OK\" ?/?>")
                .containsPattern("<ConsultaAssentaments(/>|></ConsultaAssentaments>)");
    }

    @Test
    void aWindowShowsWhatTheAuxiliaryRegistryNumbered() throws Exception {
        assertThat(ask("MUX_CONSULTA", window("Auxiliar")))
                .contains("<NumeroAssentament>E/000001-2026<")
                .contains("<NIF>00000000T<");
        assertThat(ask("MUX_CONSULTA", window("Principal"))).doesNotContain("NumeroAssentament");
    }

    @Test
    void documentsHaveNamesWithSlashes() throws Exception {
        assertThat(ask("MUX_DESCARREGA", download("E/000001-2026")))
                .contains("<Nom>E/000001-2026 formulari.pdf<")
                .contains("<GUID>00000000-0000-4000-8000-000000000001<")
                .contains("<UUID>eacat-00000000-0000-4000-8000-000000000001<");
    }

    @Test
    void everyErrorIs502AndOnlyTheTextTellsThemApart() throws Exception {
        assertThat(ask("MUX_DESCARREGA", download("E/999999-2026")))
                .contains("codi=\"KO\"", "<Codi>502<", "No s'ha trobat cap assentament amb número E/999999-2026");
        assertThat(ask("MUX_CONSULTA", download("E/000001-2026"))).contains("codi=\"KO\"", "<Codi>502<");
        assertThat(ask("MUX_DESCARREGA", byNumber("E/000001-2026"))).contains("codi=\"KO\"");
        assertThat(ask("MUX_CONSULTA", "<ConsultaAssentaments><DataFi/></ConsultaAssentaments>"))
                .contains("codi=\"KO\"");
        assertThat(ask("MUX_CONSULTA", "<Altre/>")).contains("codi=\"KO\"");
    }
}
