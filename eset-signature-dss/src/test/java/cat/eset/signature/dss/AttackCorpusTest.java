package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignerIdentity;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The attacks that the authors of DSS collected, out of their published test jars: run with {@code -Pattack-corpus}. Every
 * signer is believed, so that nothing but the attack itself stands between the document and "valid".
 */
class AttackCorpusTest {

    private static final List<String> ROWS = new ArrayList<>();

    @AfterAll
    static void writeTable() throws IOException {
        if (!ROWS.isEmpty()) {
            Path target = Files.createDirectories(Path.of("target"));
            Files.write(target.resolve("attack-corpus.md"), ROWS);
        }
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            validation/dss-2236/hide.pdf | signed content hidden afterwards (shadow attack) | not valid
            validation/dss-2236/replace.pdf | signed content replaced afterwards (shadow attack) | not valid
            validation/dss-2236/annotation-and-visible-change.pdf | note and visible change after signing | not valid
            validation/pdf-spoofing-attack.pdf | signature dictionary replaced by an update | not valid
            validation/pades-spoofing-replaced-reason.pdf | reason of the signature replaced by an update | not valid
            validation/pdf-byterange-overlap.pdf | byte ranges that overlap | not valid
            validation/pdf-signed-out-of-byteRange.pdf | signature outside of its byte range | not valid
            validation/modified_after_signature.pdf | page changed after signing | not valid
            validation/pdf-signed-corrupted.pdf | signed bytes altered | not valid
            validation/malformed-pades.pdf | malformed signature | not valid
            validation/wrong-digest-algo.pdf | digest algorithm that does not match | not valid
            validation/pades-signed-annot-added.pdf | note added after signing | not valid
            validation/xsw/XSW-enveloped-fake-content.xml | signature wrapping: false content | not valid
            validation/xsw/XSW-enveloped-fake-content-misplaced.xml | signature wrapping: false content elsewhere | not valid
            validation/xsw/XSW-enveloped-fake-content-two-same-id.xml | signature wrapping: one Id twice | not valid
            validation/xsw/XSW-enveloped-fake-signedProperties.xml | signature wrapping: false properties | not valid
            validation/xsw/XSW-enveloping-fake-manifest.xml | signature wrapping: false manifest | not valid
            validation/xsw/XSW-enveloping-fake-object.xml | signature wrapping: false object | not valid
            validation/xades-with-dtd-injection.xml | document type with entities | not valid
            """)
    void attackOfTheCorpus(String file, String attack, String expected) throws IOException {
        judge(file, attack, expected, file.endsWith(".pdf") ? MediaType.PDF : MediaType.XML);
    }

    private static void judge(String file, String attack, String expected, MediaType type) throws IOException {
        Optional<byte[]> bytes = resource(file);
        assumeTrue(bytes.isPresent(), "the corpus is not here: -Pattack-corpus");
        DocumentContent document = DocumentContent.of(bytes.get(), type);
        List<X509Certificate> signers = signers(document);
        SignatureValidation found =
                DssValidator.builder(Trust.anchors(signers)).build().validate(document);
        String ours = SignAndValidateTest.verdict(found);
        ROWS.add("| `" + file.substring(file.indexOf('/') + 1) + "` | " + attack + " | " + plain(bytes.get(), signers)
                + " | " + expected + " | " + ours + why(found) + " |");
        assertThat(ours).as(file).isNotEqualTo("valid");
    }

    private static String why(SignatureValidation found) {
        for (SignatureFinding finding : found.signatures()) {
            String why = finding.judgement()
                    .fold(
                            valid -> "",
                            invalid -> invalid.why().code(),
                            open -> open.why().code());
            if (!why.isEmpty() && !why.equals("NONE")) {
                return ", `" + why + "`";
            }
        }
        for (SignatureFinding finding : found.signatures()) {
            if (finding.judgement() instanceof Judgement.Valid
                    && finding.changes().stream().anyMatch(change -> !change.isHarmless())) {
                return ", change reported";
            }
        }
        return found.signatures().isEmpty()
                ? ""
                : ", " + found.signatures().get(0).coverage();
    }

    private static List<X509Certificate> signers(DocumentContent document) {
        return DssValidator.builder(Trust.anchors(List.of())).build().validate(document).signatures().stream()
                .flatMap(finding -> finding.signer().stream())
                .map(SignerIdentity::certificate)
                .toList();
    }

    /** What the library says with its own policy, believing the same signers. */
    private static String plain(byte[] bytes, List<X509Certificate> signers) {
        try {
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(bytes));
            CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
            signers.forEach(signer -> trusted.addCertificate(new CertificateToken(signer)));
            CommonCertificateVerifier verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(trusted);
            verifier.setAIASource(null);
            validator.setCertificateVerifier(verifier);
            SimpleReport report = validator.validateDocument().getSimpleReport();
            List<String> ids = report.getSignatureIdList();
            if (ids.isEmpty()) {
                return "no signature";
            }
            boolean valid = ids.stream().allMatch(id -> report.getIndication(id) == Indication.TOTAL_PASSED);
            boolean invalid = ids.stream().anyMatch(id -> report.getIndication(id) == Indication.TOTAL_FAILED);
            return valid ? "**valid**" : invalid ? "invalid" : "undetermined";
        } catch (RuntimeException e) {
            return "an exception";
        }
    }

    private static Optional<byte[]> resource(String name) throws IOException {
        try (InputStream in = AttackCorpusTest.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }
}
