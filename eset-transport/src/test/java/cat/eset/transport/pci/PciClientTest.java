package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.core.Failure.Effect;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.WireTap;
import cat.eset.transport.xml.XmlElement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PciClientTest {

    private static final String INLINE = "<Dades>JVBERi0xLjQKJUVPRgo=</Dades>";

    private static Town town;
    private static Consortium consortium;

    @BeforeAll
    static void open() {
        town = Town.open();
        consortium = town.consortium;
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static XmlElement completed(PciAnswer<XmlElement> answer) {
        return answer.fold(done -> done.value(), pending -> {
            throw new AssertionError("pending");
        });
    }

    @Test
    void aSignedQueryIsAnsweredAndItsSignatureChecked() {
        try (PciClient client = town.client().build()) {
            PciAnswer<XmlElement> answer = client.sincron(Town.search("EXP/NOTHING"));
            PciAnswer.Completed<XmlElement> done = (PciAnswer.Completed<XmlElement>) answer;
            assertThat(done.value().localName()).isEqualTo("RespostaCerca");
            assertThat(done.reply().state().code()).isEqualTo(PciState.FINISHED);
            assertThat(done.reply().signer())
                    .contains(consortium.pki().pciResponseSigner().certificate());
            assertThat(done.reply().message().length()).isPositive();
        }
    }

    @Test
    void aTimestampMayBeSignedToo() {
        try (PciClient client = town.client()
                .wsSecurity(WsSecurity.documented().signingTimestamp())
                .build()) {
            assertThat(completed(client.sincron(Town.search("EXP/NOTHING"))).localName())
                    .isEqualTo("RespostaCerca");
        }
    }

    /** At a front that takes them; by default the simulator takes neither, as documented (contract pci 9.2, 10.2). */
    @Test
    void sha256AndSignedMtomAreSwitches() {
        WsSecurity modern = WsSecurity.documented()
                .with(WsSecurity.Algorithms.SHA256)
                .signingTimestamp()
                .signingMtom();
        DocumentContent content = DocumentContent.of(new byte[5000], MediaType.PDF);
        PciRequest<XmlElement, XmlElement> withFile = Town.send(
                        OperationId.next(), "EXP/MODERN", "<IdFicheroPCI>doc-1</IdFicheroPCI>")
                .attach(new Attachment("doc-1", "resolucio.pdf", content))
                .build();
        try (Town open = Town.open(Town.march().withSha256Allowed().withSignedMtomAllowed());
                PciClient client = open.client().wsSecurity(modern).build()) {
            assertThat(completed(client.sincron(Town.search("EXP/MODERN"))).localName())
                    .isEqualTo("RespostaCerca");
            assertThat(completed(client.sincron(withFile)).localName()).isEqualTo("RespostaProcessarTramesa");
            assertThat(open.consortium.pci().exchanges())
                    .hasSize(2)
                    .allMatch(e -> e.authentication().contains("WSS"));
        }
        try (PciClient client = town.client().wsSecurity(modern).build()) {
            assertThatThrownBy(() -> client.sincron(Town.search("EXP/MODERN")))
                    .isInstanceOf(PciAuthenticationException.class);
        }
        try (PciClient client =
                town.client().wsSecurity(WsSecurity.documented().signingMtom()).build()) {
            assertThatThrownBy(() -> client.sincron(withFile)).isInstanceOf(PciAuthenticationException.class);
        }
    }

    @Test
    void tlsAloneAuthenticatesToo() {
        try (PciClient client = town.client().authenticateByTlsOnly().build()) {
            assertThat(completed(client.sincron(Town.search("EXP/NOTHING"))).localName())
                    .isEqualTo("RespostaCerca");
        }
    }

    @Test
    void aDocumentTravelsAsMtomPartAndNothingIsSigned(@TempDir Path wire) throws IOException {
        byte[] pdf = "%PDF-1.4\r\n--MIME\r\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
        DocumentContent content = DocumentContent.of(pdf, MediaType.PDF);
        OperationId operation = OperationId.next();
        try (PciClient client = town.client().wireTap(WireTap.toDirectory(wire)).build()) {
            PciRequest<XmlElement, XmlElement> request = Town.send(
                            operation, "EXP/MTOM-1", "<IdFicheroPCI>doc-1</IdFicheroPCI>")
                    .attach(new Attachment("doc-1", "resolucio.pdf", content))
                    .caseNumber("2026-EXP-000123")
                    .build();
            XmlElement answer = completed(client.sincron(request));
            assertThat(answer.localName()).isEqualTo("RespostaProcessarTramesa");
        }
        assertThat(wire.toFile().list())
                .containsExactlyInAnyOrder(
                        "001-enotum-processartramesa-request.mime", "001-enotum-processartramesa-response.xml");
        String sent =
                Files.readString(wire.resolve("001-enotum-processartramesa-request.mime"), StandardCharsets.ISO_8859_1);
        assertThat(sent)
                .startsWith("MIME-Version: 1.0\r\nContent-Type: multipart/related;")
                .contains("<xop:Include")
                .contains("%PDF-1.4")
                .contains("<pet:IdPeticion>" + operation + "</pet:IdPeticion>")
                .doesNotContain("wsse:Security");
    }

    @Test
    void smallFilesMayTravelInsideTheSignedXml() {
        DocumentContent content = DocumentContent.of(new byte[5000], MediaType.PDF);
        try (PciClient client = town.client().inlineAttachmentsUpTo(10_000).build()) {
            PciRequest<XmlElement, XmlElement> request = Town.send(
                            OperationId.next(), "EXP/INLINE-1", "<IdFicheroPCI>doc-1</IdFicheroPCI>")
                    .attach(new Attachment("doc-1", "resolucio.pdf", content))
                    .build();
            assertThat(completed(client.sincron(request)).localName()).isEqualTo("RespostaProcessarTramesa");
        }
    }

    @Test
    void xmlOverTheLimitIsNotSent() {
        int before = consortium.pci().exchanges().size();
        try (PciClient client = town.client().inlineAttachmentsUpTo(10 << 20).build()) {
            PciRequest<XmlElement, XmlElement> request = Town.send(
                            OperationId.next(), "EXP/LARGE-1", "<IdFicheroPCI>doc-1</IdFicheroPCI>")
                    .attach(new Attachment(
                            "doc-1", "resolucio.pdf", DocumentContent.of(new byte[3 << 20], MediaType.PDF)))
                    .build();
            PciLimitException e = catchThrowableOfType(PciLimitException.class, () -> client.sincron(request));
            assertThat(e.failure().effect()).isEqualTo(Effect.NONE);
        }
        assertThat(consortium.pci().exchanges()).hasSize(before);
    }

    @Test
    void theSameIdentityTwiceIsTakenOnce() {
        OperationId operation = OperationId.next();
        try (PciClient client = town.client().build()) {
            client.sincron(Town.send(operation, "EXP/TWICE", INLINE).build());
            PciDuplicateRequestException e = catchThrowableOfType(
                    PciDuplicateRequestException.class,
                    () -> client.sincron(
                            Town.send(operation, "EXP/TWICE", INLINE).build()));
            assertThat(e.failure().effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(e.failure().operation()).contains(operation);
            assertThat(consortium.enotum().withReference("EXP/TWICE")).hasSize(1);
        }
    }

    @Test
    void aBrokenConnectionOfAnEffectIsUnknownAndNotRepeated() {
        try (PciClient client = town.client().retry(RetryPolicy.standard()).build()) {
            consortium.pci().script(PciFault.resetAfterProcessing(), "PeticioProcessarTramesa");
            PciTransportException e = catchThrowableOfType(
                    PciTransportException.class,
                    () -> client.sincron(
                            Town.send(OperationId.next(), "EXP/BROKEN", INLINE).build()));
            assertThat(e.failure().effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(consortium.enotum().withReference("EXP/BROKEN")).hasSize(1);
        }
    }

    @Test
    void aBrokenConnectionOfAQueryIsRepeatedWithANewIdentity() {
        int before = consortium.pci().exchanges().size();
        RetryPolicy quick = new RetryPolicy(1, 2, 1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));
        PciRequest<XmlElement, XmlElement> request = Town.search("EXP/NOTHING");
        try (PciClient client = town.client().retry(quick).build()) {
            consortium.pci().script(PciFault.resetAfterProcessing(), "PeticioCerca");
            PciAnswer.Completed<XmlElement> done = (PciAnswer.Completed<XmlElement>) client.sincron(request);
            assertThat(done.reply().requestId())
                    .isNotEqualTo(request.operation().value());
        }
        assertThat(consortium.pci().exchanges()).hasSize(before + 2);
    }

    @Test
    void aCertificateOfAnotherTownHallIsRefusedInWords() {
        try (PciClient client = town.client().build();
                PciClient stranger = client.onBehalfOf(
                        client.townHall(), consortium.pki().mayor().credentials())) {
            PciException e =
                    catchThrowableOfType(PciException.class, () -> stranger.sincron(Town.search("EXP/NOTHING")));
            assertThat(e).isInstanceOf(PciFaultException.class);
            assertThat(completed(client.sincron(Town.search("EXP/NOTHING"))).localName())
                    .isEqualTo("RespostaCerca");
        }
    }

    @Test
    void whoSignsTheAnswersMustBeSaidBeforeTheFirstCall() {
        ConfigurationException e = catchThrowableOfType(
                ConfigurationException.class,
                () -> PciClient.builder(
                                AocEnvironment.preproduction(),
                                consortium.pki().townHallSeal().credentials(),
                                TestPki.VILAPROVA)
                        .build());
        assertThat(e).hasMessageContaining("who signs its answers");
    }

    @Test
    void theListenerHearsOfSizesAndOutcomes() {
        List<ExchangeListener.Ended> heard = new CopyOnWriteArrayList<>();
        ExchangeListener listener = new ExchangeListener() {
            @Override
            public void ended(ExchangeListener.Ended ended) {
                heard.add(ended);
            }
        };
        try (PciClient client = town.client().listener(listener).build()) {
            client.sincron(Town.search("EXP/NOTHING"));
            consortium.pci().script(PciFault.tampered());
            assertThatThrownBy(() -> client.sincron(Town.search("EXP/NOTHING")))
                    .isInstanceOf(PciSignatureException.class);
        }
        assertThat(heard)
                .extracting(ExchangeListener.Ended::outcome)
                .containsExactly(ExchangeListener.Outcome.ANSWERED, ExchangeListener.Outcome.REFUSED);
        assertThat(heard.get(0).requestBytes()).isGreaterThan(3000);
        assertThat(heard.get(0).responseBytes()).isGreaterThan(2000);
    }
}
