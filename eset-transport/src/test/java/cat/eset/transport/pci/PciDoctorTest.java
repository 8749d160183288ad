package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.Product;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.pci.PciFinding.Check;
import cat.eset.transport.pci.PciFinding.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PciDoctorTest {

    private static final String INLINE = "<Dades>JVBERi0xLjQKJUVPRgo=</Dades>";

    private static Town town;

    @BeforeAll
    static void open() {
        town = Town.open();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void forgetScripts() {
        town.consortium.pci().clearScript();
    }

    private static PciDiagnosis examine(PciClient client) {
        try (client) {
            return client.doctor(Town.search("EXP/DOCTOR"));
        }
    }

    private static PciDiagnosis examineAt(Clock realTime) {
        try (PciClient client = town.client().build()) {
            return client.doctor(realTime).examine(Product.ENOTUM.soleModality(), Purpose.TESTS);
        }
    }

    @Test
    void whenAllIsWellEverythingIsOk() {
        PciDiagnosis seen = examine(town.client().build());
        assertThat(seen.findings()).extracting(PciFinding::check).containsExactly(Check.values());
        assertThat(seen.findings()).extracting(PciFinding::level).containsOnly(Level.OK);
        assertThat(seen.isHealthy()).isTrue();
        assertThat(seen.toString()).contains("OK AUTHORISATION: The PCI answered a query of ENOTUM");
    }

    @Test
    void withoutAQueryItAsksAfterNothingAndSaysWhatThatDoesNotShow() {
        int before = town.consortium.enotum().notifications().size();
        try (PciClient client = town.client().build()) {
            PciDiagnosis seen = client.doctor();
            assertThat(seen.isHealthy()).isTrue();
            assertThat(seen.of(Check.AUTHENTICATION).level()).isEqualTo(Level.OK);
            assertThat(seen.of(Check.ANSWER).level()).isEqualTo(Level.OK);
            assertThat(seen.of(Check.AUTHORISATION).level()).isEqualTo(Level.UNKNOWN);
        }
        assertThat(town.consortium.enotum().notifications()).hasSize(before);
    }

    @Test
    void aServerOfAnotherAuthorityIsATlsProblemAndNothingIsAsked() {
        int before = town.consortium.pci().exchanges().size();
        AocEnvironment wrong = town.environment()
                .withServerTrust(ServerTrust.anchors(List.of(TestPki.create().root())));
        PciDiagnosis seen = examine(town.client(wrong).build());
        assertThat(seen.isHealthy()).isFalse();
        assertThat(seen.of(Check.TLS).level()).isEqualTo(Level.PROBLEM);
        assertThat(seen.of(Check.TLS).what()).contains("no trusted authority signed it");
        assertThat(seen.of(Check.AUTHENTICATION).level()).isEqualTo(Level.UNKNOWN);
        assertThat(town.consortium.pci().exchanges()).hasSize(before);
    }

    @Test
    void aServerOfAnotherNameIsATlsProblem() {
        AocEnvironment wrong = town.environment()
                .withServerTrust(
                        ServerTrust.anchors(List.of(town.consortium.pki().root()))
                                .expecting("other.example.org"));
        PciFinding tls = examine(town.client(wrong).build()).of(Check.TLS);
        assertThat(tls.level()).isEqualTo(Level.PROBLEM);
        assertThat(tls.what()).contains("is for another name");
    }

    @Test
    void anAddressThatLeadsNowhereIsAHostProblem() {
        AocEnvironment nowhere = AocEnvironment.custom("nowhere", ServerTrust.ofJava())
                .cluster(Cluster.NT, URI.create("https://pci.invalid/siri-proxy/services"))
                .build();
        PciClient client = town.client(nowhere)
                .signatureVerification(SignatureVerification.OFF)
                .build();
        PciFinding host = examine(client).of(Check.HOST);
        assertThat(host.level()).isEqualTo(Level.PROBLEM);
        assertThat(host.what()).contains("pci.invalid");
    }

    @Test
    void anEnvironmentWithoutTheClusterIsAHostProblem() {
        AocEnvironment partial =
                AocEnvironment.custom("partial", ServerTrust.ofJava()).build();
        PciClient client = town.client(partial)
                .signatureVerification(SignatureVerification.OFF)
                .build();
        assertThat(examine(client).of(Check.HOST).what()).contains("no address for the cluster NT");
    }

    @Test
    void anAddressThatWasNotEnabledIsToldApart() {
        town.consortium.pci().script(PciFault.forbidden());
        PciDiagnosis seen = examine(town.client().build());
        assertThat(seen.of(Check.TLS).level()).isEqualTo(Level.OK);
        assertThat(seen.of(Check.ACCESS).level()).isEqualTo(Level.PROBLEM);
        assertThat(seen.of(Check.ACCESS).remedy().orElse("")).contains("IP address");
        assertThat(seen.of(Check.AUTHENTICATION).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aCertificateThatThePciDoesNotKnowIsAnAuthenticationProblem() {
        try (PciClient client = town.client().build();
                PciClient stranger = client.onBehalfOf(
                        client.townHall(), town.consortium.pki().mayor().credentials())) {
            PciDiagnosis seen = stranger.doctor();
            assertThat(seen.of(Check.ACCESS).level()).isEqualTo(Level.OK);
            assertThat(seen.of(Check.AUTHENTICATION).level()).isEqualTo(Level.PROBLEM);
            assertThat(seen.of(Check.AUTHENTICATION).what()).contains("1013");
            assertThat(seen.of(Check.AUTHORISATION).level()).isEqualTo(Level.UNKNOWN);
        }
    }

    @Test
    void aPurposeThatWasNotGrantedIsAnAuthorisationProblem() {
        town.consortium.pci().script(PciFault.state("0502", "Finalitat no autoritzada."));
        PciDiagnosis seen = examine(town.client().purpose(Purpose.of("OTHER")).build());
        assertThat(seen.isHealthy()).isFalse();
        assertThat(seen.of(Check.AUTHENTICATION).level()).isEqualTo(Level.OK);
        assertThat(seen.of(Check.AUTHORISATION).level()).isEqualTo(Level.PROBLEM);
        assertThat(seen.of(Check.AUTHORISATION).what()).contains("OTHER", "0502: Finalitat no autoritzada.");
    }

    @Test
    void anAnswerOfAnUnknownSignerIsAProblemOfTheAnswer() {
        town.consortium.pci().script(PciFault.otherSigner());
        PciDiagnosis seen = examine(town.client().build());
        assertThat(seen.of(Check.ANSWER).level()).isEqualTo(Level.PROBLEM);
        assertThat(seen.of(Check.AUTHENTICATION).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void believingUnsignedAnswersIsAWarning() {
        PciDiagnosis seen = examine(
                town.client().signatureVerification(SignatureVerification.OFF).build());
        assertThat(seen.of(Check.ANSWER).level()).isEqualTo(Level.WARNING);
        assertThat(seen.isHealthy()).isTrue();
    }

    @Test
    void aQueryThatLacksItsCivilServantIsAFindingToo() {
        PciRequest<?, ?> query = PciRequest.query(
                        OperationId.next(),
                        Product.PADRO.modality("MUNICIPI_RESIDENCIA"),
                        new TreeCodec("Cerca"),
                        TreeCodec.search("EXP/DOCTOR"))
                .build();
        try (PciClient client = town.client().build()) {
            PciFinding seen = client.doctor(query).of(Check.AUTHORISATION);
            assertThat(seen.level()).isEqualTo(Level.PROBLEM);
            assertThat(seen.what()).contains("civil servant");
        }
    }

    @Test
    void aClockThatIsOffIsToldWithItsSide() {
        Clock real = Clock.systemUTC();
        PciFinding little =
                examineAt(Clock.offset(real, Duration.ofSeconds(90))).of(Check.CLOCK);
        assertThat(little.level()).isEqualTo(Level.WARNING);
        assertThat(little.what()).contains("ahead");
        PciFinding much = examineAt(Clock.offset(real, Duration.ofMinutes(-7))).of(Check.CLOCK);
        assertThat(much.level()).isEqualTo(Level.PROBLEM);
        assertThat(much.what()).contains("behind");
        assertThat(examineAt(real).of(Check.CLOCK).level()).isEqualTo(Level.OK);
    }

    @Test
    void aCertificateThatEndsSoonIsAWarningAndOneThatEndedAProblem() {
        Instant end =
                town.consortium.pki().townHallSeal().certificate().getNotAfter().toInstant();
        Duration untilEnd = Duration.between(Instant.now(), end);
        Clock real = Clock.systemUTC();
        assertThat(examineAt(Clock.offset(real, untilEnd.minusDays(29)))
                        .of(Check.CERTIFICATE)
                        .level())
                .isEqualTo(Level.WARNING);
        assertThat(examineAt(Clock.offset(real, untilEnd.plusDays(1)))
                        .of(Check.CERTIFICATE)
                        .level())
                .isEqualTo(Level.PROBLEM);
        assertThat(examineAt(Clock.offset(real, Duration.ofDays(-3650)))
                        .of(Check.CERTIFICATE)
                        .what())
                .contains("not valid before");
    }

    @Test
    void aDiagnosisMustNotDoAnything() {
        PciRequest<?, ?> effect =
                Town.send(OperationId.next(), "EXP/DOCTOR", INLINE).build();
        try (PciClient client = town.client().build()) {
            assertThatThrownBy(() -> client.doctor(effect)).isInstanceOf(InvalidValueException.class);
        }
    }
}
