package cat.eset.core.eni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.id.EniDocumentId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EniXmlTest {

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static InputStream in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] example(String name) throws IOException {
        return Files.readAllBytes(OfficialSchemas.folder().resolve("examples").resolve(name));
    }

    @Test
    void aDocumentValidatesAndReadsBackEqual() throws Exception {
        byte[] xml = Samples.bytes(Samples.decree());
        EniDocument read = EniXml.readDocument(in(xml));

        assertThat(read.metadata()).isEqualTo(Samples.decree().metadata());
        assertThat(read.ids()).isEqualTo(Samples.decree().ids());
        assertThat(read.signatures()).hasSize(1);
        assertThat(((EniContent.Binary) read.content()).bytes().readAllBytes())
                .isEqualTo(
                        ((EniContent.Binary) Samples.decree().content()).bytes().readAllBytes());
        assertThat(text(Samples.bytes(read))).isEqualTo(text(xml));
        assertThat(EniValidator.standard().check(read)).isEmpty();
        OfficialSchemas.validate("documentoEni.xsd", xml);
    }

    @Test
    void everyKindOfContentAndSignatureValidatesAndRoundTrips() throws Exception {
        VerbatimXml element = VerbatimXml.of("<a xmlns=\"urn:x\" b=\"1\"><c>text &amp; more</c></a>");
        List<EniContent> contents = List.of(
                new EniContent.Binary(Samples.text("x"), "TXT"),
                new EniContent.Xml(element, "XML"),
                new EniContent.Reference("decret.pdf", "PDF"));
        byte[] signature = new TestSigner().sign(Samples.bytes(Samples.decree()), EniDocument.CONTENT_ID);
        List<EniSignature> signatures = List.of(
                EniSignature.csv("AAAA", Samples.REGULATION),
                EniSignature.pades(),
                EniSignature.cadesDetached(new byte[] {1, 2, 3, 4}),
                EniSignature.xadesDetached(signature));
        for (EniContent content : contents) {
            EniDocument document =
                    new EniDocument(content, Samples.decree().metadata(), signatures, EniDocument.NodeIds.STANDARD);
            byte[] xml = Samples.bytes(EniXml.readDocument(in(Samples.bytes(document))));
            assertThat(text(Samples.bytes(EniXml.readDocument(in(xml))))).isEqualTo(text(xml));
            assertThat(EniValidator.standard().check(EniXml.readDocument(in(xml))))
                    .isEmpty();
            OfficialSchemas.validate("documentoEni.xsd", xml);
        }
    }

    @Test
    void aXadesOverTheContentVerifiesInsideTheDocument() throws Exception {
        TestSigner signer = new TestSigner();
        EniDocument plain =
                EniDocument.of(Samples.decree().metadata(), Samples.decree().content());
        byte[] signature = signer.sign(Samples.bytes(plain), EniDocument.CONTENT_ID);

        byte[] signed = Samples.bytes(plain.signed(EniSignature.xadesDetached(signature)));

        assertThat(TestSigner.verifies(signed, signer.publicKey())).isTrue();
    }

    @Test
    void aSignedIndexVerifiesInTheExpedientAloneAndAfterBeingReadAndWrittenAgain() throws Exception {
        TestSigner signer = new TestSigner();
        EniExpedient draft = Samples.expedient(Samples.index());
        byte[] signature = signer.sign(EniXml.toBeSigned(draft).readAllBytes(), EniIndex.CONTENT_ID);
        EniExpedient signed = draft.indexSigned(signature);
        byte[] xml = Samples.bytes(signed);
        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        EniXml.write(signed.index(), alone);

        assertThat(TestSigner.verifies(xml, signer.publicKey())).isTrue();
        assertThat(TestSigner.verifies(alone.toByteArray(), signer.publicKey())).isTrue();
        EniExpedient read = EniXml.readExpedient(in(xml));
        assertThat(read.index().content()).isEqualTo(draft.index().content());
        assertThat(read.metadata()).isEqualTo(draft.metadata());
        assertThat(TestSigner.verifies(Samples.bytes(read), signer.publicKey())).isTrue();
        assertThat(EniValidator.standard().check(read)).isEmpty();

        String altered =
                new String(xml, StandardCharsets.UTF_8).replace(">2</eniconexpind:Orden", ">3</eniconexpind:Orden");
        assertThat(TestSigner.verifies(altered.getBytes(StandardCharsets.UTF_8), signer.publicKey()))
                .isFalse();
        OfficialSchemas.validate("expedienteEni.xsd", xml);
        OfficialSchemas.validate("IndiceExpedienteEni.xsd", alone.toByteArray());
    }

    @Test
    void anIndexThatWasReadIsSignedUnderItsOwnId() throws Exception {
        TestSigner signer = new TestSigner();
        String foreign = text(Samples.bytes(Samples.expedient(Samples.index()))).replace("INDICE_CONTENIDO", "THEIRS");
        EniExpedient read = EniXml.readExpedient(in(foreign));

        String id = read.index().contentId().orElseThrow();
        EniExpedient signed =
                read.indexSigned(signer.sign(EniXml.toBeSigned(read).readAllBytes(), id));

        assertThat(id).isEqualTo("THEIRS");
        assertThat(signed.index().signatures().get(0).refs()).containsExactly("THEIRS");
        assertThat(TestSigner.verifies(Samples.bytes(signed), signer.publicKey()))
                .isTrue();
        assertThat(EniValidator.standard().check(signed)).isEmpty();
    }

    @Test
    void aClosedExpedientWithRenderingAndNestedExpedientValidates() throws Exception {
        EniIndexContent nested = new EniIndexContent(
                Samples.at("2025-04-01T10:00:00"),
                List.of(
                        Samples.index().items().get(0),
                        new EniIndexItem.Folder("A <&> \"B\"", List.of(new EniIndexItem.Expedient(Samples.index())))));
        EniExpedient expedient = Samples.expedient(nested)
                .indexSignedByCsv("3HNC-8VYF", Samples.REGULATION)
                .rendered(new EniContent.Binary(Samples.text("index"), "TXT"));
        byte[] xml = Samples.bytes(expedient);

        EniExpedient read = EniXml.readExpedient(in(xml));
        assertThat(read.index().content()).isEqualTo(nested);
        assertThat(read.rendering()).isPresent();
        assertThat(EniValidator.standard().check(read))
                .extracting(EniFinding::rule)
                .as("the same document twice, and orders 1 to 3 missing")
                .contains(10);
        OfficialSchemas.validate("expedienteEni.xsd", xml);
    }

    @Test
    void theOfficialExamplesAreReadAndRoundTrip() throws Exception {
        byte[] documentXml = example("documento-minimal.xml");
        EniDocument document = EniXml.readDocument(in(documentXml));
        assertThat(EniValidator.standard().check(document)).isEmpty();
        OfficialSchemas.validate("documentoEni.xsd", Samples.bytes(document));
        assertThat(EniXml.readDocument(in(Samples.bytes(document))).metadata()).isEqualTo(document.metadata());

        EniExpedient expedient = EniXml.readExpedient(in(example("expediente-minimal.xml")));
        assertThat(EniValidator.standard().check(expedient)).isEmpty();
        OfficialSchemas.validate("expedienteEni.xsd", Samples.bytes(expedient));
        EniExpedient again = EniXml.readExpedient(in(Samples.bytes(expedient)));
        assertThat(again.index().content()).isEqualTo(expedient.index().content());
        assertThat(again.index().signatures()).isEqualTo(expedient.index().signatures());
        assertThat(again.metadata()).isEqualTo(expedient.metadata());
        // The second document of the expedient is the example of a document.
        assertThat(EniValidator.standard()
                        .checkFingerprints(
                                expedient.index(),
                                id -> id.equals(document.metadata().id()) ? Optional.of(document) : Optional.empty()))
                .extracting(EniFinding::text)
                .containsExactly("document ES_L01082397_2025_ESET0000000000000000000000D041 of the index is missing");
    }

    @Test
    void theOfficialSignedExampleStillVerifiesAfterARoundTrip() throws Exception {
        byte[] original = example("expediente-signed-tf02.xml");
        PublicKey key = certificateIn(original);
        assertThat(TestSigner.verifies(original, key)).isTrue();

        byte[] again = Samples.bytes(EniXml.readExpedient(in(original)));

        assertThat(TestSigner.verifies(again, key)).isTrue();
        OfficialSchemas.validate("expedienteEni.xsd", again);
    }

    private static PublicKey certificateIn(byte[] xml) throws Exception {
        String text = new String(xml, StandardCharsets.UTF_8);
        String base64 =
                text.substring(text.indexOf("<ds:X509Certificate>") + 20, text.indexOf("</ds:X509Certificate>"));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(in(Base64.getMimeDecoder().decode(base64.replace("&#13;", ""))))
                .getPublicKey();
    }

    @Test
    void theOfficialSchemasRefuseWhatTheNoteSaysAndWeNeverWriteIt() throws Exception {
        String document = new String(Samples.bytes(Samples.decree()), StandardCharsets.UTF_8);
        String expedient = new String(
                Samples.bytes(Samples.expedient(Samples.index()).indexSignedByCsv("X", "Y")), StandardCharsets.UTF_8);

        assertThat(valid("documentoEni.xsd", document)).isTrue();
        assertThat(valid("documentoEni.xsd", document.replace(">TD01<", ">TD21<")))
                .isFalse();
        assertThat(valid("documentoEni.xsd", document.replace(">EE01<", ">EE05<")))
                .isFalse();
        assertThat(valid("documentoEni.xsd", document.replace(">TF01<", ">TF07<")))
                .isFalse();
        assertThat(valid("documentoEni.xsd", document.replace(">true<", ">2<"))).isFalse();
        assertThat(valid("expedienteEni.xsd", expedient)).isTrue();
        assertThat(valid("expedienteEni.xsd", expedient.replace(">E02<", ">E04<")))
                .isFalse();
        assertThat(valid("expedienteEni.xsd", expedient.replaceAll("<eniexpmeta:Organo>.*</eniexpmeta:Organo>", "")))
                .isFalse();
        assertThat(EniDocumentType.of("TD55").writable()).isEqualTo(EniDocumentType.OTHER);
    }

    private static boolean valid(String schema, String xml) throws Exception {
        return OfficialSchemas.isValid(schema, xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsCanonicalSoThatAFingerprintOfTheDocumentIsThatOfTheCanonicalForm() throws Exception {
        byte[] signature = new TestSigner().sign(Samples.bytes(Samples.decree()), EniDocument.CONTENT_ID);
        EniDocument document = EniDocument.of(
                        Samples.decree().metadata(),
                        new EniContent.Xml(VerbatimXml.of("<a>\u00e0 &amp; \uD83D\uDE00</a>"), "XML & \"<>\""))
                .signed(EniSignature.xadesDetached(signature));
        byte[] xml = Samples.bytes(EniXml.readDocument(in(Samples.bytes(document))));

        FingerprintPolicy whole = new FingerprintPolicy(FingerprintPolicy.Covers.DOCUMENT, "SHA-256");
        assertThat(whole.of(EniXml.readDocument(in(xml))).value())
                .isEqualTo(Sha256.of(TestSigner.canonical(xml)).base64());
    }

    @Test
    void aFingerprintIsThatOfTheContentByDefaultAndOtherFunctionsAreUnderstood() throws Exception {
        EniDocument decree = Samples.decree();
        String sha256 = Sha256.of("Decret d'alcaldia fictici\n".getBytes(StandardCharsets.UTF_8))
                .base64();

        assertThat(FingerprintPolicy.STANDARD.of(decree)).isEqualTo(new Fingerprint(sha256, "SHA-256"));
        assertThat(sha256).isEqualTo("N2I0lM2HZm5XSSTsYDkQtpbDQQhGLemBVcUX2FFowqk=");
        assertThat(FingerprintPolicy.STANDARD.matches(
                        new Fingerprint(sha256, "http://www.w3.org/2001/04/xmlenc#sha256"), decree))
                .isTrue();
        FingerprintPolicy sha512 = new FingerprintPolicy(FingerprintPolicy.Covers.CONTENT, "SHA-512");
        assertThat(FingerprintPolicy.STANDARD.matches(sha512.of(decree), decree))
                .isTrue();
        assertThat(FingerprintPolicy.STANDARD.matches(new Fingerprint(sha256, "MD5"), decree))
                .isFalse();
        assertThat(FingerprintPolicy.STANDARD.matches(FingerprintPolicy.STANDARD.of(decree), Samples.application()))
                .isFalse();
    }

    @Test
    void aHundredMegabytesAreWrittenWithoutHoldingThem() throws Exception {
        long length = 100L << 20;
        DocumentContent zeros =
                DocumentContent.of(length, MediaType.PDF, Sha256.of(new byte[0]), () -> new InputStream() {
                    private long left = length;

                    @Override
                    public int read() {
                        return left-- > 0 ? 0 : -1;
                    }

                    @Override
                    public int read(byte[] b, int off, int len) {
                        if (left <= 0) {
                            return -1;
                        }
                        int n = (int) Math.min(len, left);
                        java.util.Arrays.fill(b, off, off + n, (byte) 0);
                        left -= n;
                        return n;
                    }
                });
        EniDocument big = EniDocument.of(Samples.decree().metadata(), new EniContent.Binary(zeros, "PDF"));
        long[] written = {0, 0};
        EniXml.write(big, new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                written[0] += len;
                written[1] = Math.max(written[1], len);
            }
        });

        assertThat(written[0]).isGreaterThan(length / 3 * 4);
        assertThat(written[1]).as("largest piece held").isLessThan(1 << 20);
    }

    @Test
    void aContentMayGoToAFileAsItIsRead(@TempDir Path folder) throws Exception {
        byte[] content = new byte[3_000_001];
        new Random(1).nextBytes(content);
        EniDocument big = EniDocument.of(
                Samples.decree().metadata(), new EniContent.Binary(DocumentContent.of(content, MediaType.PDF), "PDF"));
        byte[] xml = Samples.bytes(big);
        Path file = folder.resolve("content.pdf");

        EniDocument read = EniXml.readDocument(in(xml), file);

        assertThat(Files.size(file)).isEqualTo(content.length);
        DocumentContent kept = ((EniContent.Binary) read.content()).bytes();
        assertThat(kept.sha256()).isEqualTo(Sha256.of(content));
        assertThat(kept.mediaType()).isEqualTo(MediaType.PDF);
        assertThat(Sha256.of(Samples.bytes(read))).isEqualTo(Sha256.of(xml));
        assertThatThrownBy(() -> EniXml.readDocument(in(xml), file))
                .as("a file that exists is never written over")
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void base64MayHaveLinesAndBlanksAndIsRefusedIfItIsNotBase64() throws Exception {
        String xml = text(Samples.bytes(Samples.decree()));
        String encoded = xml.substring(xml.indexOf("<enifile:ValorBinario>") + 22, xml.indexOf("</enifile:ValorB"));
        String folded = xml.replace(encoded, "\n  " + encoded.replaceAll("(.{5})", "$1\r\n\t"));

        assertThat(((EniContent.Binary) EniXml.readDocument(in(folded)).content())
                        .bytes()
                        .sha256())
                .isEqualTo(
                        ((EniContent.Binary) Samples.decree().content()).bytes().sha256());
        assertThatThrownBy(() -> EniXml.readDocument(in(xml.replace(encoded, "$$$$"))))
                .isInstanceOf(EniFormatException.class)
                .hasMessageContaining("Base64");
    }

    @Test
    void aLongerInputThanTheLimitIsCut() {
        XmlInput.Limits small = new XmlInput.Limits(10, 1000, 1000, 5000);
        String many = "<a>" + "<b/>".repeat(5000) + "</a>";

        assertThatThrownBy(() -> {
                    try (XmlInput xml = XmlInput.of(in(many), small)) {
                        xml.root();
                        xml.skip();
                    }
                })
                .isInstanceOf(EniFormatException.class);
    }

    @Test
    void anIndexOfTenThousandDocumentsIsWrittenAndRead() throws Exception {
        List<EniIndexItem> items = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            items.add(EniIndexItem.Document.of(
                    EniIdentifiers.standard().document(Samples.TOWN, 2025, "D" + i),
                    new Fingerprint("k7X2YF5cf5YiUAdZZOpIvXZH7dpwyHawjpElvL+Y43c=", "SHA-256"),
                    Samples.at("2025-03-03T11:05:00"),
                    i));
        }
        EniExpedient expedient = Samples.expedient(new EniIndexContent(Samples.at("2025-04-01T10:00:00"), items))
                .indexSignedByCsv("A", "B");

        EniExpedient read = EniXml.readExpedient(in(Samples.bytes(expedient)));

        assertThat(read.index().content()).isEqualTo(expedient.index().content());
        assertThat(EniValidator.standard().check(read)).isEmpty();
    }

    @ParameterizedTest(name = "refused: {0}")
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE documento SYSTEM \"http://localhost:1/x.dtd\"><documento/>",
                "<enidoc:documento xmlns:enidoc=\"http://administracionelectronica.gob.es/ENI/XSD/v1.0/documento-e\"/>",
                "<enidoc:documento xmlns:enidoc=\"http://administracionelectronica.gob.es/ENI/XSD/v1.0/documento-e\">"
            })
    void whatIsNotADocumentIsRefusedWithItsLine(String xml) {
        assertThatThrownBy(() -> EniXml.readDocument(in(xml)))
                .isInstanceOf(EniFormatException.class)
                .hasMessageContaining("line");
        assertThatThrownBy(() -> EniXml.readExpedient(in(xml))).isInstanceOf(EniFormatException.class);
    }

    @Test
    void aDocumentTypeIsRefusedEvenInAnOtherwiseGoodDocument() throws Exception {
        String xml = new String(Samples.bytes(Samples.decree()), StandardCharsets.UTF_8)
                .replace("<enidoc:documento ", "<!DOCTYPE x [<!ELEMENT x ANY>]><enidoc:documento ");

        assertThatThrownBy(() -> EniXml.readDocument(in(xml)))
                .isInstanceOf(EniFormatException.class)
                .hasMessageContaining("document type");
    }

    @Test
    void tooDeepIsRefusedBeforeItHurts() {
        String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);

        assertThatThrownBy(() -> VerbatimXml.of(deep))
                .isInstanceOf(EniFormatException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void unknownElementsAndCodesAreToleratedAndReported() throws Exception {
        String xml = new String(Samples.bytes(Samples.decree()), StandardCharsets.UTF_8)
                .replace(">TD01<", ">TD55<")
                .replace(
                        "<enidocmeta:TipoDocumental>",
                        "<x:extra xmlns:x=\"urn:x\"><x:y/></x:extra><enidocmeta:TipoDocumental>");

        EniDocument read = EniXml.readDocument(in(xml));

        assertThat(read.metadata().type()).isEqualTo(EniDocumentType.of("TD55"));
        assertThat(EniValidator.standard().check(read)).hasSize(1);
    }

    @Test
    void aTextThatXmlCannotCarryIsRefusedWhenWritten() {
        EniDocument document = EniDocument.of(Samples.decree().metadata(), new EniContent.Reference("a\u0000b", "PDF"));

        assertThatThrownBy(() -> Samples.bytes(document)).hasMessageContaining("XML cannot carry");
    }

    @Test
    void theStandardIdentifiersHaveTheUsualForm() {
        EniIdentifiers ids = EniIdentifiers.standard();

        assertThat(ids.document(Samples.TOWN, 2025, "D042")).isEqualTo(Samples.DECREE);
        assertThat(ids.document(Samples.TOWN, 2025, "D042").value()).hasSize(48);
        assertThat(ids.expedient(Samples.TOWN, 2025, "17"))
                .hasToString("ES_L01082397_2025_EXP_ESET00000000000000000000000017");
        assertThat(ids.expedient(Samples.TOWN, 2025, "17").isWellFormed()).isTrue();
        assertThat(EniDocumentId.of("ES_L01080193_2019_000000000000000000000000018588")
                        .isWellFormed())
                .isTrue();
        assertThatThrownBy(() -> ids.document(Samples.TOWN, 2025, "a b")).hasMessageContaining("capitals");
    }
}
