package cat.eset.signature.signador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import cat.eset.signature.SignaturePolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent (signador 4.2 to 4.8), and what is refused before it is sent (7.2). */
class SignadorJobTest {

    private static final DocumentContent PDF =
            DocumentContent.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    private static final Delivery BACK = Delivery.redirect("/firma/tornada?expedient=7");
    private static final JobToken TOKEN = new JobToken("0f8fad5b-d9cb-469f");

    @Test
    void everyValueOfAPdfJobIsAString() throws Exception {
        SignadorJob job = SignadorJob.builder(SignadorMode.PADES_T, BACK, "decret.pdf", PDF)
                .description("Decret 12/2026")
                .appearance(PdfAppearance.visible(0, 50, 60, 250, 120)
                        .reason("Resolc")
                        .location("Vilaprova"))
                .certificates(CertificateFilter.any().nif(Nif.of("00000000T")).validatedFirst())
                .claimedRole("Alcaldessa")
                .policy(SignaturePolicy.AGE_1_9)
                .build();

        JsonNode json = start(job);

        assertThat(json.path("token").asText()).isEqualTo(TOKEN.value());
        assertThat(json.path("redirectUrl").asText()).isEqualTo("/firma/tornada?expedient=7");
        assertThat(json.has("callbackUrl")).isFalse();
        assertThat(json.path("descripcio").asText()).isEqualTo("Decret 12/2026");
        JsonNode applet = json.path("applet_cfg");
        assertThat(applet.path("keystore_type").asText()).isEqualTo("0");
        assertThat(applet.path("signature_mode").asText()).isEqualTo("28");
        assertThat(applet.path("doc_type").asText()).isEqualTo("4");
        assertThat(applet.path("hash_algorithm").asText()).isEqualTo("SHA-256");
        assertThat(Base64.getDecoder().decode(applet.path("document_to_sign").asText()))
                .isEqualTo(PDF.readAllBytes());
        assertThat(applet.path("pdf_cfg").path("pdf_signature_rectangle").asText())
                .isEqualTo("50 60 250 120");
        assertThat(applet.path("pdf_cfg").path("pdf_signature_page_number").asText())
                .isEqualTo("0");
        assertThat(applet.path("certs_cfg").path("required_nif").asText()).isEqualTo("00000000T");
        assertThat(applet.path("certs_cfg").path("psis_validation").asText()).isEqualTo("true");
        assertThat(applet.path("ades_cfg").path("signer_role").asText()).isEqualTo("Alcaldessa");
        assertThat(applet.path("ades_cfg").path("signature_policy").asText()).isEqualTo("2.16.724.1.3.1.1.2.1.9");
        assertThat(applet.has("xml_cfg")).isFalse();
        assertAllText(json);
    }

    @Test
    void hashesAreSentInsteadOfDocumentsInHashModes() throws Exception {
        SignadorJob job = SignadorJob.builder(SignadorMode.CADES_T_HASH, Delivery.callback("/firma"), "a.pdf", PDF)
                .document("b.pdf", DocumentContent.of(new byte[] {1}, MediaType.PDF))
                .build();

        JsonNode applet = start(job).path("applet_cfg");

        assertThat(applet.path("doc_type").asText()).isEqualTo("3");
        assertThat(applet.path("doc_name").asText()).isEqualTo("a.pdf;b.pdf");
        assertThat(applet.path("document_to_sign").asText())
                .isEqualTo(
                        PDF.sha256().base64() + ";" + Sha256.of(new byte[] {1}).base64());
        assertThat(applet.has("certs_cfg")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignadorMode.class,
            names = {"XADES_T_ENVELOPED", "XADES_T_ENVELOPING", "XADES_T_DETACHED", "XADES_T_HASH"})
    void xadesWithTimeStampNeverUsesTheOldForm(SignadorMode mode) throws Exception {
        SignadorJob job = SignadorJob.builder(mode, BACK, "a.xml", PDF).build();
        assertThat(start(job)
                        .path("applet_cfg")
                        .path("xml_cfg")
                        .path("includeXMLTimestamp")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void laterDocumentHasItsOwnNameForTheToken() throws Exception {
        SignadorJob job = SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "a.pdf", PDF)
                .document("b.pdf", PDF)
                .build();
        JsonNode json = new ObjectMapper().readTree(JobMessage.add(TOKEN, job, "b.pdf", PDF, Optional.empty()));
        assertThat(json.path("token_id").asText()).isEqualTo(TOKEN.value());
        assertThat(json.path("doc_name").asText()).isEqualTo("b.pdf");
        assertThat(json.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ajuntament.cat/firma", "//evil.example/firma", "firma", ""})
    void addressWithDomainIsRefused(String path) {
        assertThatThrownBy(() -> Delivery.redirect(path)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Delivery.callback(path)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void namesThatWouldBreakTheListAreRefused() {
        assertThatThrownBy(() -> SignadorJob.builder(SignadorMode.PADES_T, BACK, "a;b.pdf", PDF))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> SignadorJob.builder(SignadorMode.PADES_T, BACK, "a.pdf", PDF)
                        .document("a.pdf", PDF))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void limitsOfDocumentsAreHeld() {
        SignadorJob.Builder documents = SignadorJob.builder(SignadorMode.CADES_BES_DETACHED, BACK, "0", PDF);
        for (int i = 1; i < 25; i++) {
            documents.document("d" + i, PDF);
        }
        assertThatThrownBy(() -> documents.document("one too many", PDF)).isInstanceOf(InvalidValueException.class);
        SignadorJob.Builder hashes = SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "0", PDF);
        for (int i = 1; i < 50; i++) {
            hashes.document("d" + i, PDF);
        }
        assertThatThrownBy(() -> hashes.document("one too many", PDF)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void documentThatDoesNotFitIsRefusedUnlessByHash() {
        DocumentContent large = DocumentContent.of(
                6L * 1024 * 1024, MediaType.PDF, Sha256.of(new byte[0]), () -> new ByteArrayInputStream(new byte[0]));
        assertThatThrownBy(() -> SignadorJob.builder(SignadorMode.PADES_T, BACK, "a.pdf", large)
                        .build())
                .isInstanceOf(InvalidValueException.class);
        assertThat(SignadorJob.builder(SignadorMode.CADES_T_HASH, BACK, "a.pdf", large)
                        .build())
                .isNotNull();
    }

    @Test
    void appearanceIsForPdfOnly() {
        assertThatThrownBy(() -> SignadorJob.builder(SignadorMode.CADES_T_HASH, BACK, "a.pdf", PDF)
                        .appearance(PdfAppearance.invisible()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void tokenIsReadFromTheAddressUnderBothNames() {
        assertThat(Signador.tokenOf("expedient=7&token_id=0f8fad5b-d9cb")).contains(new JobToken("0f8fad5b-d9cb"));
        assertThat(Signador.tokenOf("token=0f8fad5b-d9cb")).contains(new JobToken("0f8fad5b-d9cb"));
        assertThat(Signador.tokenOf("expedient=7")).isEmpty();
        assertThatThrownBy(() -> Signador.tokenOf("token_id=../../etc")).isInstanceOf(InvalidValueException.class);
    }

    private static JsonNode start(SignadorJob job) throws Exception {
        return new ObjectMapper().readTree(JobMessage.start(TOKEN, job, job.documents(), false));
    }

    private static void assertAllText(JsonNode node) {
        node.forEach(child -> {
            if (child.isObject()) {
                assertAllText(child);
            } else {
                assertThat(child.isTextual()).isTrue();
            }
        });
    }
}
