package cat.eset.signature.signador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import cat.eset.signature.SignaturePolicy;
import cat.eset.signature.signador.CertificateFilter.Purpose;
import cat.eset.testkit.pki.TestPki;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/signador.md is true: all of the note's section 4, each written by the client, each tested where it says. */
class SignadorParametersTest {

    private static final DocumentContent PDF = DocumentContent.of(new byte[] {'%'}, MediaType.PDF);
    private static final Delivery BACK = Delivery.redirect("/firma");
    private static final JobToken TOKEN = new JobToken("0f8fad5b-d9cb-469f");
    private static final URI TSA = URI.create("https://q.tsa.aoc.cat/Keyman/ivtsp/qualified/request/basic");

    /** Contract signador 4.2, 4.4 to 4.8, in its order. */
    private static final List<String> NOTE = List.of(
            ("token redirectUrl callbackUrl descripcio responseB64 applet_cfg applet_apsa_cfg keystore_type signature_mode"
                            + " doc_type doc_name document_to_sign hash_algorithm pkcs11_files multiple pdf_cfg certs_cfg"
                            + " xml_cfg cms_cfg ades_cfg pdf_visible_signature pdf_reserved_space pdf_signature_field"
                            + " pdf_certification_level pdf_reason pdf_location pdf_signature_image"
                            + " pdf_signature_rendering_mode pdf_signature_rectangle pdf_signature_page_number"
                            + " pdf_signature_rotation pdf_show_adobe_sign_validation allowed_CAs allowed_OIDs"
                            + " selected_alias selected_CN subject_Text required_nif psis_validation keyUsage n_enveloping"
                            + " n_detached uris_to_be_signed includeXMLTimestamp xmlts_tsa_url"
                            + " canonicalizationWithComments protectKeyInfo timeStamp_CMS_signature cmsts_tsa_url"
                            + " commitment_identifier commitment_description commitment_object_reference signer_role"
                            + " signature_policy signature_policy_hash signature_policy_hash_algorithm"
                            + " signature_policy_qualifier hash_a_xifrar modeFuncionament signingCertificate token_id")
                    .split(" ", -1));

    /** Cells by parameter: the parameter, values, here, tested in. */
    private static Map<String, List<String>> table() throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs/signador.md"))) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (line.startsWith("| `") && cells.size() == 6) {
                rows.put(cells.get(1).replace("`", ""), cells.subList(1, 5));
            }
        }
        return rows;
    }

    @Test
    void everyParameterOfTheNoteHasItsRowAndNoOther() throws IOException {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(NOTE);
    }

    @Test
    void everyParameterIsWrittenWhenItIsAskedFor() throws IOException {
        Set<String> written = new TreeSet<>();
        for (byte[] message : messages()) {
            names(new ObjectMapper().readTree(message), written);
        }
        assertThat(written).containsExactlyInAnyOrderElementsOf(NOTE);
    }

    @Test
    void whatIsSaidToBeHereIsHere() throws Exception {
        for (List<String> cells : table().values()) {
            for (MatchResult name : quoted(cells.get(2))) {
                String[] parts = name.group(1).split("\\.", -1);
                Class<?> type = Class.forName("cat.eset.signature.signador." + parts[0]);
                int at = 1;
                if (parts.length == 3) {
                    type = Class.forName(type.getName() + "$" + parts[at++]);
                }
                if (at < parts.length) {
                    assertThat(type.getMethods()).extracting(Method::getName).contains(parts[at]);
                }
            }
        }
    }

    @Test
    void whatIsSaidToBeTestedIsTestedThere() throws IOException {
        Map<String, String> tests = new LinkedHashMap<>();
        for (String folder : List.of(
                "src/test/java/cat/eset/signature/signador",
                "../eset-signature-dss/src/test/java/cat/eset/signature/dss")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        for (List<String> cells : table().values()) {
            assertThat(quoted(cells.get(3))).as(cells.get(0)).isNotEmpty();
            for (MatchResult test : quoted(cells.get(3))) {
                assertThat(tests).containsKey(test.group(1));
            }
            // Named there by the parameter itself, or by the method that asks for it.
            List<String> words = Stream.concat(
                            Stream.of(cells.get(0)),
                            quoted(cells.get(2)).stream()
                                    .map(match -> match.group(1).replaceAll(".*\\.", "")))
                    .map(word -> word.replace("`", ""))
                    .toList();
            assertThat(quoted(cells.get(3)))
                    .as(cells.get(0))
                    .allSatisfy(test -> assertThat(words)
                            .as("one of these is in " + test.group(1))
                            .anyMatch(word ->
                                    String.valueOf(tests.get(test.group(1))).contains(word)));
        }
    }

    @Test
    void theModesAreThoseOfTheNote() {
        Set<Integer> codes = new TreeSet<>();
        for (SignadorMode mode : SignadorMode.values()) {
            codes.add(mode.code());
        }
        assertThat(codes)
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 28)
                        .filter(code -> code < 17 || code > 20)
                        .boxed()
                        .toList());
    }

    @Test
    void valuesGoAsTheNoteWritesThem() throws IOException {
        JsonNode card = applet(SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "a", PDF)
                .certificates(CertificateFilter.any()
                        .cards(List.of(
                                CardDriver.of("T-CAT", "/usr/lib/libaetpkss.so"),
                                new CardDriver("DNIe", List.of("/a/opensc.so", "/b/opensc.so"))))));
        assertThat(card.path("keystore_type").asText()).isEqualTo("3");
        assertThat(card.path("pkcs11_files").asText())
                .isEqualTo("/usr/lib/libaetpkss.so,T-CAT;[/a/opensc.so,/b/opensc.so],DNIe");

        JsonNode pdf = applet(SignadorJob.builder(SignadorMode.PADES_T, BACK, "a", PDF)
                        .appearance(PdfAppearance.visible(-1, 1, 2, 30, 40)
                                .imageAlone(PDF)
                                .letViewerMark())
                        .timeStamps(TSA))
                .path("pdf_cfg");
        assertThat(pdf.path("pdf_signature_page_number").asText()).isEqualTo("-1");
        assertThat(pdf.path("pdf_signature_rendering_mode").asText()).isEqualTo("1");
        assertThat(pdf.path("pdf_signature_image").asText()).isEqualTo("JQ==");
        assertThat(pdf.path("pdf_show_adobe_sign_validation").asText()).isEqualTo("true");

        JsonNode xml = applet(SignadorJob.builder(SignadorMode.XADES_T_ENVELOPED, BACK, "a", PDF)
                .xml(XmlOptions.none().onlyElements(List.of("t1", "a1")))
                .timeStamps(TSA)
                .commitment(Commitment.of("aprovacio").about("#Reference-1")));
        assertThat(xml.path("xml_cfg").path("uris_to_be_signed").asText()).isEqualTo("t1;a1");
        assertThat(xml.path("xml_cfg").path("xmlts_tsa_url").asText()).isEqualTo(TSA.toString());
        assertThat(xml.has("cms_cfg")).isFalse();
        assertThat(xml.path("ades_cfg").path("commitment_object_reference").asText())
                .isEqualTo("#Reference-1");

        JsonNode cms = applet(SignadorJob.builder(SignadorMode.CMS_ATTACHED, BACK, "a", PDF)
                        .stampCms()
                        .timeStamps(TSA))
                .path("cms_cfg");
        assertThat(cms.path("cmsts_tsa_url").asText()).isEqualTo(TSA.toString());
    }

    @Test
    void whatTheServiceWouldMisreadIsRefused() {
        SignadorJob.Builder hash = SignadorJob.builder(SignadorMode.CADES_BES_HASH, BACK, "a", PDF);
        SignadorJob.Builder plain = SignadorJob.builder(SignadorMode.XMLDSIG_ENVELOPED, BACK, "a", PDF);
        CertificateFilter any = CertificateFilter.any();
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> wrong = List.of(
                () -> hash.xml(XmlOptions.none().protectKeyInfo()),
                () -> plain.xml(XmlOptions.none().allTogether()),
                () -> plain.xml(XmlOptions.none().onlyElements(List.of("t1"))),
                () -> plain.claimedRole("Alcaldessa"),
                () -> plain.policy(SignaturePolicy.AGE_1_9),
                () -> plain.commitment(Commitment.of("x")),
                () -> hash.commitment(Commitment.of("x").description("CAdES has no words")),
                () -> hash.policy(new SignaturePolicy("1.2.3", "MD5", SignaturePolicy.AGE_1_9.digestBase64(), "")),
                () -> hash.stampCms(),
                () -> hash.timeStamps(TSA).build(),
                () -> hash.addresses(Map.of("a", TSA)),
                () -> SignadorJob.builder(SignadorMode.CADES_BES_ATTACHED, BACK, "a", PDF)
                        .addresses(Map.of("a", URI.create("https://a.example/x;y"))),
                () -> SignadorJob.onDisk(SignadorMode.PADES_BES, BACK, DiskSource.file("a", "b"))
                        .document("c", PDF),
                () -> SignadorJob.onDisk(SignadorMode.PADES_BES, BACK, DiskSource.file("a", "b"))
                        .openToMore(),
                () -> DiskSource.file("a;b", "c"),
                () -> XmlOptions.none().onlyElements(List.of("a;b")),
                () -> CardDriver.of("a,b", "/c"),
                () -> new CardDriver("a", List.of()),
                () -> any.store(CertificateStore.CARD),
                () -> any.authorities(List.of("a;b")),
                () -> any.policies(List.of("1.2;3")),
                () -> Commitment.of(" "),
                () -> PdfAppearance.visible(1, 100, 100, 50, 200),
                () -> PdfAppearance.invisible().reserve(0),
                () -> PdfAppearance.invisible().field(" "));
        for (int i = 0; i < wrong.size(); i++) {
            assertThatThrownBy(wrong.get(i)).as("number %d", i).isInstanceOf(InvalidValueException.class);
        }
    }

    private static JsonNode applet(SignadorJob.Builder job) throws IOException {
        return new ObjectMapper().readTree(start(job)).path("applet_cfg");
    }

    private static byte[] start(SignadorJob.Builder builder) throws IOException {
        SignadorJob job = builder.build();
        return JobMessage.start(TOKEN, job, job.documents(), job.isOpen());
    }

    /** Between them they ask for everything. */
    private static List<byte[]> messages() throws IOException {
        CertificateFilter all = CertificateFilter.any()
                .nif(Nif.of("00000000T"))
                .authorities(List.of("EC-SAFP", "EC-idCAT"))
                .policies(List.of("1.3.6.1.4.1.15096.1.3.2.7.1.1"))
                .alias("alias")
                .commonName("Maria Exemple")
                .subjectText("exemple")
                .purposes(Set.of(Purpose.NON_REPUDIATION))
                .validatedFirst()
                .cards(List.of(CardDriver.of("T-CAT", "/usr/lib/libaetpkss.so")));
        PdfAppearance look = PdfAppearance.visible(1, 1, 2, 30, 40)
                .rotation(90)
                .field("Alcaldia")
                .reason(" ")
                .location(" ")
                .imageAlone(PDF)
                .certify(2)
                .reserve(60)
                .letViewerMark();
        Commitment commitment = Commitment.of("aprovacio").description("aprova").about("#Reference-1");
        SignadorJob hash = SignadorJob.builder(SignadorMode.XADES_BES_HASH, BACK, "a", PDF)
                .openToMore()
                .build();
        return List.of(
                start(SignadorJob.builder(SignadorMode.PADES_T, BACK, "a", PDF)
                        .description("Decret")
                        .appearance(look)
                        .certificates(all)
                        .timeStamps(TSA)
                        .policy(SignaturePolicy.AGE_1_9)
                        .claimedRole("Alcaldessa")),
                start(SignadorJob.builder(SignadorMode.XADES_T_ENVELOPED, Delivery.callback("/fi"), "a", PDF)
                        .xml(XmlOptions.none()
                                .onlyElements(List.of("t1"))
                                .protectKeyInfo()
                                .includeComments())
                        .commitment(commitment)
                        .timeStamps(TSA)),
                start(SignadorJob.builder(SignadorMode.XADES_BES_HASH, BACK, "a", PDF)
                        .openToMore()
                        .xml(XmlOptions.none().allTogether())),
                start(SignadorJob.builder(SignadorMode.XADES_BES_ENVELOPING, BACK, "a", PDF)
                        .xml(XmlOptions.none().allTogether())),
                start(SignadorJob.builder(SignadorMode.CMS_DETACHED, BACK, "a", PDF)
                        .stampCms()),
                JobMessage.add(TOKEN, hash, "b", PDF, Optional.empty()),
                JobMessage.bare(
                        TOKEN,
                        BACK,
                        CertificateStore.WINDOWS,
                        "SIGNATURA",
                        Map.of("document", Sha256.of(new byte[0])),
                        Optional.of(TestPki.create().mayor().certificate())));
    }

    private static void names(JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            names.add(field.getKey());
            names(field.getValue(), names);
        });
    }

    private static List<MatchResult> quoted(String cell) {
        return Pattern.compile("`([A-Z][\\w.]*)`").matcher(cell).results().toList();
    }
}
