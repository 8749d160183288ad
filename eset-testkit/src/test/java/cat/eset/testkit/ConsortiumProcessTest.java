package cat.eset.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Secret;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.mux.MuxExecution;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorRegistry;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.sir.SirExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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

    @Test
    void theDesksOfSirEacatAndDesalHoldInAnotherProcessToo() throws Exception {
        try (ConsortiumProcess consortium = start()) {
            RawPci pci = new RawPci(consortium.pki(), consortium.endpoints().pciApp());
            String sicres = "<Fichero_Intercambio_SICRES_3><De_Origen_o_Remitente>"
                    + "<Codigo_Entidad_Registral_Origen>O00000002</Codigo_Entidad_Registral_Origen>"
                    + "</De_Origen_o_Remitente></Fichero_Intercambio_SICRES_3>";
            String id = consortium.sir().deliver(sicres, Map.of("a.pdf", new byte[] {1}));
            String synchronise = "<peticioSincronitzacioAssentaments xmlns=\"http://www.aoc.cat/sir\"/>";
            assertThat(raw(pci, "s-1", "SIR", synchronise)).contains(id).contains("REBUT");
            // Told once, until it is to be told again and again.
            assertThat(raw(pci, "s-2", "SIR", synchronise)).doesNotContain(id);
            assertThat(consortium.sir().find(id)).map(SirExchange::files).contains(List.of("a.pdf"));
            // An official is compulsory for what has an effect.
            assertThat(raw(
                            pci,
                            "s-3",
                            "SIR",
                            "<peticioConfirmacioAssentament xmlns=\"http://www.aoc.cat/sir\"><idEnviamentSIR>" + id
                                    + "</idEnviamentSIR></peticioConfirmacioAssentament>"))
                    .contains("502")
                    .contains("funcionari");
            assertThatThrownBy(() -> consortium.sir().confirm(id, "1")).isInstanceOf(NoSuchElementException.class);

            consortium.eacat().clear();
            consortium.eacat().add("ens", Map.of("codiEns", "0899990001", "nom", "Ajuntament"));
            consortium.eacat().addTownHalls(1);

            String document = consortium.desal().put("VENDOR", "a.pdf", "Prova", new byte[] {1, 2, 3});
            assertThat(consortium.desal().documents()).singleElement().satisfies(d -> {
                assertThat(d.uuid()).isEqualTo(document);
                assertThat(d.length()).isEqualTo(3);
            });
        }
    }

    private static String raw(RawPci pci, String id, String product, String payload) throws Exception {
        return pci.signed(RawPci.peticion(id, product, "", payload)).body();
    }

    @Test
    void muxIsPlayedFromOutsideToo() throws Exception {
        try (ConsortiumProcess consortium = start();
                Vendor vendor = new Vendor()) {
            vendor.answer(500, "");
            consortium.mux().register(VendorRegistry.at(vendor.address(), "MUX", "0899990001", Secret.of("secret")));
            MuxTransaction first =
                    MuxTransaction.entry("0ba6-8133-af41-6006", "Primera").build();
            MuxTransaction again =
                    MuxTransaction.entry("0ba6-8133-af41-6006", "Segona").build();

            MuxExecution execution = consortium.mux().executeInTurn(List.of(first, again));

            assertThat(execution.number()).isEqualTo("E/000001-2026");
            assertThat(execution.auxiliary()).isTrue();
            assertThat(vendor.received()).hasSize(2);
            assertThat(consortium.mux().posts()).hasSize(2);
            assertThat(consortium.mux().legs())
                    .extracting(MuxLeg::auxiliaryNumber)
                    .containsExactly("E/000001-2026");
            RawPci pci = new RawPci(consortium.pki(), consortium.endpoints().pciIop());
            String payload = "<PeticioRegistre xmlns=\"http://net.aocat/MUX2/PeticioRegistre\" IdAplicacio=\"VENDOR\">"
                    + "<ConsultaAssentaments><NumeroAssentament>E/000001-2026</NumeroAssentament></ConsultaAssentaments>"
                    + "</PeticioRegistre>";
            String request = RawPci.peticion("m-1", "MUX", "", payload)
                    .replace("<CodigoCertificado>MUX<", "<CodigoCertificado>MUX_CONSULTA<");
            assertThat(pci.signed(request).body()).contains("<Assumpte>Segona<");
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
