package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.AsicE;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.Xades;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureFinding.Coverage;
import cat.eset.signature.validation.SignatureValidation;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.reference.XPathTransform;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good signatures that are shown with something that nobody signed: what DSS by itself calls valid and full. */
class HiddenContentTest {

    private static final DocumentContent STRANGER = Fixture.xml("<other/>");
    private static final String ALL_BUT_SIGNATURES =
            "not(ancestor-or-self::ds:Signature)"; // what Spanish tools write, so that several can sign

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ds:Object>Denego</ds:Object>",
                "<ds:Object><QualifyingProperties/>Denego</ds:Object>",
                "<ds:Object><xades:QualifyingProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\">Denego"
                        + "</xades:QualifyingProperties></ds:Object>",
                "<ds:Object><a/><xades:QualifyingProperties xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\"/></ds:Object>",
                "Denego"
            })
    void insideTheSignatureItself(String hidden) throws Exception {
        DocumentContent text =
                DocumentContent.of("Resolc".getBytes(StandardCharsets.UTF_8), new MediaType("text/plain"));
        for (String signed : List.of(
                text(signed(text, Xades.enveloping(SignatureLevel.B))),
                text(signed(Fixture.xml("<d>Resolc</d>"), Xades.enveloped(SignatureLevel.B))))) {
            assertThat(verdict(Fixture.xml(signed))).isEqualTo("valid");

            SignatureValidation found = Fixture.validator()
                    .validate(Fixture.xml(signed.replace("</ds:Signature>", hidden + "</ds:Signature>")));

            assertThat(SignAndValidateTest.verdict(found)).isNotEqualTo("valid");
            assertThat(only(found).coverage()).isEqualTo(Coverage.PARTIAL);
            assertThat(only(found).signedContent().map(HiddenContentTest::text).orElse(""))
                    .contains("Resolc")
                    .doesNotContain("Denego");
        }
    }

    @Test
    void inWhatATransformTakesOut() throws Exception {
        String partly = foreign("<d><a>signed</a><b>free</b></d>", "ancestor-or-self::a", DigestAlgorithm.SHA256);
        SignatureValidation found = Fixture.validator().validate(Fixture.xml(partly.replace("free", "anything")));

        assertThat(SignAndValidateTest.verdict(found)).isEqualTo("undetermined");
        assertThat(only(found).coverage()).isEqualTo(Coverage.PARTIAL);
        assertThat(text(only(found).signedContent().orElseThrow())).isEqualTo("<a>signed</a>");
    }

    @Test
    void transformThatTakesOnlySignaturesOutIsAsGoodAsNone() throws Exception {
        assertThat(verdict(Fixture.xml(foreign("<d>text</d>", ALL_BUT_SIGNATURES, DigestAlgorithm.SHA256))))
                .isEqualTo("valid");
    }

    static Stream<Arguments> complete() throws Exception {
        DocumentContent xml = Fixture.xml("<d>Resolc</d>");
        return Stream.of(
                Arguments.of("PAdES", signed(Fixture.pdf(), Pades.level(SignatureLevel.B))),
                Arguments.of("XAdES enveloped", signed(xml, Xades.enveloped(SignatureLevel.B))),
                Arguments.of("XAdES enveloping", signed(xml, Xades.enveloping(SignatureLevel.B))),
                Arguments.of("ASiC-E", signed(xml, AsicE.level(SignatureLevel.B))),
                Arguments.of("CMS with its content", attached(xml)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("complete")
    void besideASignatureThatHasItsOwnContent(String name, DocumentContent signed) {
        assertThat(verdict(signed)).isEqualTo("valid");
        for (SignatureValidation found : List.of(
                Fixture.validator().validate(signed, STRANGER),
                Fixture.validator().validate(signed, Map.of("other.xml", STRANGER)))) {
            assertThat(SignAndValidateTest.verdict(found)).isEqualTo("undetermined");
            assertThat(only(found).coverage()).isEqualTo(Coverage.PARTIAL);
            assertThat(found.reasons().toString())
                    .contains("SIGNED_DATA_NOT_FOUND")
                    .contains("beside it");
        }
    }

    @Test
    void besideTheDocumentThatIsSigned() throws Exception {
        DocumentContent xml = Fixture.xml("<d>Resolc</d>");
        DocumentContent signature = signed(xml, Xades.detached(SignatureLevel.B, "d.xml"));
        assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(signature, xml)))
                .isEqualTo("valid");
        assertThat(SignAndValidateTest.verdict(
                        Fixture.validator().validate(signature, Map.of("d.xml", xml, "other.xml", STRANGER))))
                .isEqualTo("undetermined");
        assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(attached(xml), xml)))
                .as("the content that it carries, given once more")
                .isEqualTo("valid");
    }

    static Stream<Arguments> containers() throws IOException {
        byte[] good = signed(Fixture.xml("<d/>"), AsicE.level(SignatureLevel.B)).readAllBytes();
        Map<String, byte[]> entries = entries(good);
        Map<String, byte[]> more = new LinkedHashMap<>(entries);
        more.put("other.xml", bytes("<other/>"));
        Map<String, byte[]> twice = new LinkedHashMap<>();
        twice.put("mimetype", entries.get("mimetype"));
        twice.put("docVment", bytes("<other/>"));
        twice.putAll(entries);
        Function<Map<String, byte[]>, byte[]> renamed =
                all -> bytes(latin(zip(all)).replace("docVment", "document"));
        return Stream.of(
                Arguments.of("a document more", zip(more), "does not cover"),
                Arguments.of("the same name twice", renamed.apply(twice), "more ways than one"),
                Arguments.of(
                        "another container after it",
                        joined(good, zip(Map.of("document", bytes("<other/>")))),
                        "more ways"),
                Arguments.of(
                        "another container before it",
                        joined(zip(Map.of("document", bytes("<other/>"))), good),
                        "more ways"),
                Arguments.of("bytes after it", joined(good, bytes("XXXXXXXX")), "more ways than one"),
                Arguments.of("an entry that its table leaves out", withoutLastRow(zip(more)), "more ways than one"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("containers")
    void inAContainer(String name, byte[] container, String reason) {
        SignatureValidation found = Fixture.validator().validate(DocumentContent.of(container, MediaType.BINARY));
        assertThat(SignAndValidateTest.verdict(found)).isEqualTo("undetermined");
        assertThat(only(found).coverage()).isEqualTo(Coverage.PARTIAL);
        assertThat(found.reasons().toString()).contains(reason);
    }

    @Test
    void containerThatAnotherProgramPackedAgainIsStillGood() throws IOException {
        byte[] again = zip(entries(
                signed(Fixture.xml("<d/>"), AsicE.level(SignatureLevel.B)).readAllBytes()));
        assertThat(verdict(DocumentContent.of(again, MediaType.BINARY))).isEqualTo("valid");
    }

    @Test
    void xmlInUtf16IsJudgedAndNotCalledUnsigned() throws IOException {
        String signed = text(signed(Fixture.xml("<d>Resolc</d>"), Xades.enveloped(SignatureLevel.B)))
                .replaceFirst("<\\?xml[^>]*>", "");
        for (String wide : List.of(signed, signed.replace("Resolc", "Denego"))) {
            assertThat(verdict(DocumentContent.of(wide.getBytes(StandardCharsets.UTF_16), MediaType.XML)))
                    .isEqualTo(wide.equals(signed) ? "valid" : "invalid");
        }
    }

    /** Whoever finds out elsewhere that the signer is good must not take a weak signature for good. */
    @Test
    void weakAlgorithmIsToldEvenWhenTheSignerIsUnknown() throws Exception {
        DocumentContent weak = Fixture.xml(foreign("<d/>", ALL_BUT_SIGNATURES, DigestAlgorithm.SHA1));
        DssValidator stranger = DssValidator.builder(Trust.anchors(List.of())).build();
        assertThat(stranger.validate(weak).reasons().toString())
                .contains("CRYPTO_CONSTRAINTS_FAILURE")
                .doesNotContain("undetermined, NO_CERTIFICATE_CHAIN_FOUND");
    }

    /** An enveloped signature as other programs make it. */
    private static String foreign(String xml, String xpath, DigestAlgorithm algorithm) throws Exception {
        var signer = Fixture.PKI.mayor();
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setSigningCertificate(new CertificateToken(signer.certificate()));
        parameters.setCertificateChain(
                signer.chain().stream().map(CertificateToken::new).toList());
        parameters.setDigestAlgorithm(algorithm);
        InMemoryDocument document = new InMemoryDocument(bytes(xml));
        DSSReference reference = new DSSReference();
        reference.setId("r1");
        reference.setUri("");
        reference.setContents(document);
        reference.setDigestMethodAlgorithm(algorithm);
        reference.setTransforms(List.of(
                new XPathTransform(xpath), new CanonicalizationTransform("http://www.w3.org/2001/10/xml-exc-c14n#")));
        parameters.setReferences(List.of(reference));
        XAdESService service = new XAdESService(new CommonCertificateVerifier());
        Signature key = Signature.getInstance(algorithm.getJavaName().replace("-", "") + "withRSA");
        key.initSign(signer.privateKey());
        key.update(service.getDataToSign(document, parameters).getBytes());
        SignatureValue value = new SignatureValue(parameters.getSignatureAlgorithm(), key.sign());
        try (InputStream in = service.signDocument(document, parameters, value).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Our detached CMS with its content put in, which its signature says nothing about. */
    private static DocumentContent attached(DocumentContent content) throws IOException {
        byte[] beside = signed(content, Cades.level(SignatureLevel.B)).readAllBytes();
        SignedData signed =
                SignedData.getInstance(ContentInfo.getInstance(beside).getContent());
        SignedData whole = new SignedData(
                signed.getDigestAlgorithms(),
                new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(content.readAllBytes())),
                signed.getCertificates(),
                signed.getCRLs(),
                signed.getSignerInfos());
        return DocumentContent.of(
                new ContentInfo(CMSObjectIdentifiers.signedData, whole).getEncoded(), MediaType.BINARY);
    }

    private static Map<String, byte[]> entries(byte[] container) throws IOException {
        Map<String, byte[]> out = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.put(entry.getName(), in.readAllBytes());
            }
        }
        return out;
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The entry stays where it was, for whoever reads from the beginning. */
    private static byte[] withoutLastRow(byte[] zip) {
        java.nio.ByteBuffer out = java.nio.ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int row = latin(zip).lastIndexOf("PK\1\2");
        out.put(row, java.util.Arrays.copyOfRange(zip, end, zip.length));
        out.putShort(row + 8, (short) (out.getShort(row + 8) - 1));
        out.putShort(row + 10, (short) (out.getShort(row + 10) - 1));
        out.putInt(row + 12, out.getInt(row + 12) - (end - row));
        return java.util.Arrays.copyOf(zip, row + 22);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return bytes(latin(first) + latin(second));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static DocumentContent signed(DocumentContent document, SignatureFormat format) {
        try (SignedDocument signed = Fixture.mayor().build().sign(document, format)) {
            return signed.content();
        }
    }

    private static String verdict(DocumentContent signed) {
        return SignAndValidateTest.verdict(Fixture.validator().validate(signed));
    }

    private static SignatureFinding only(SignatureValidation found) {
        assertThat(found.signatures()).hasSize(1);
        return found.signatures().get(0);
    }

    private static String text(DocumentContent content) {
        try {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
