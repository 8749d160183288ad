package cat.eset.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.documents.DesalDocument;
import cat.eset.documents.DocumentChanges;
import cat.eset.documents.DocumentField;
import cat.eset.documents.DocumentSearch;
import cat.eset.documents.Hits;
import cat.eset.documents.NewDocument;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What contract desal 10 prints, letter by letter but for the white space and the order of members. */
class DesalExamplesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Owner OWNER = new Owner("VENDOR", "0899990001");
    private static final String FILE = "11111111-1111-4111-8111-111111111111";
    private static final String DOCUMENT = "22222222-2222-4222-8222-222222222222";
    private static final Sha256 EMPTY = Sha256.ofBase64("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

    private static NewDocument.Builder document() {
        return NewDocument.builder(
                "prova.pdf",
                "Prova",
                DocumentContent.of(1234, MediaType.PDF, EMPTY, InputStream::nullInputStream),
                Instant.parse("2024-03-01T08:30:00Z"));
    }

    static Stream<Arguments> requests() {
        NewDocument complete = document()
                .eni(new NewDocument.EniMetadata("EE01", true, "TD14", "TF06"))
                .with(DocumentField.SICRES_TYPE, "01")
                .with(DocumentField.SECURITY, "Baix")
                .with(DocumentField.LANGUAGE, "ca_ES")
                .interested("00000000T")
                .info("origen", "sdk")
                .build();
        return Stream.of(
                Arguments.of(
                        "desal 10 register file",
                        DocumentJson.file(OWNER, document().build()),
                        """
                        { "codiServei": "VENDOR", "codiINE": "0899990001", "nomFitxer": "prova.pdf", "formatFitxer": "application/pdf", "mida": 1234 }
                        """),
                Arguments.of(
                        "desal 10 create document",
                        DocumentJson.document(OWNER, FILE, complete).toString(),
                        """
                        { "codiServei": "VENDOR", "codiINE": "0899990001", "contingut": "1",
                          "uuidFitxer": "11111111-1111-4111-8111-111111111111", "nomFitxer": "prova.pdf", "nomNatural": "Prova",
                          "dataDocument": "01/03/2024 09:30:00", "estatElaboracio": "EE01", "origen": true,
                          "tipusDocumental": "TD14", "tipusSignatura": "TF06", "tipusDocumentalSICRESD": "01",
                          "clasificacioENS": "Baix", "idioma": "ca_ES", "interessat": ["00000000T"],
                          "infoAddicional": [ { "key": "origen", "value": "sdk" } ] }
                        """),
                Arguments.of(
                        "desal 10 modify",
                        DocumentJson.changes(DocumentChanges.set(DocumentField.REGISTRY_NUMBER, "2024/E/000123")
                                .andRemove(DocumentField.EXPEDIENT)),
                        """
                        { "numeroRegistre": "2024/E/000123", "identificadorExpedientDesal": null }
                        """),
                Arguments.of(
                        "desal 10 add existing documents",
                        ExpedientJson.addExisting("33333333-3333-4333-8333-333333333333", List.of(DOCUMENT)),
                        """
                        { "uuidExpedient": "33333333-3333-4333-8333-333333333333", "uuidDocument": ["22222222-2222-4222-8222-222222222222"] }
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void requests_say_what_the_examples_say(String name, String written, String example) throws Exception {
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(example));
    }

    /** The example filters by service only; ours also by the body, so that a service of many town halls sees one. */
    @Test
    void desal_10_search() throws Exception {
        String written = DocumentJson.search(
                OWNER,
                DocumentSearch.where(DocumentField.REGISTRY_NUMBER, "2024/E/000123")
                        .andStored(Instant.ofEpochMilli(1709247600000L), Instant.ofEpochMilli(1709333999000L)));

        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree("""
                { "codiServei": "VENDOR", "codiINE": "0899990001", "numeroRegistre": "2024/E/000123", "dataAlta": { "inici": 1709247600000, "fi": 1709333999000 } }
                """));
    }

    private static DesalAnswer answer(String json) throws Exception {
        return new DesalAnswer(200, JSON.readTree(json));
    }

    @Test
    void desal_10_answer_to_register_file() throws Exception {
        DesalAnswer answer = answer("""
                { "codiResposta": "0", "descripcioResposta": "Operació realitzada correctament",
                  "uuidFitxer": "11111111-1111-4111-8111-111111111111", "URLPresignada": "https://bucket.s3.eu-west-1.amazonaws.com/key?X-Amz-Signature=abc" }
                """);

        assertThat(answer.code()).isEqualTo("0");
        assertThat(answer.first("uuidFitxer")).contains(FILE);
        assertThat(answer.presignedAddress())
                .contains("https://bucket.s3.eu-west-1.amazonaws.com/key?X-Amz-Signature=abc");
    }

    @Test
    void desal_10_answer_to_create_document() throws Exception {
        DesalAnswer answer = answer("""
                { "codiResposta": "1", "descripcioResposta": "El document és correcte però el fitxer encara està sent analitzat per l'antivirus.",
                  "uuidDocument": "22222222-2222-4222-8222-222222222222", "uuidFitxer": "11111111-1111-4111-8111-111111111111",
                  "codiServei": "VENDOR", "codiINE": "0899990001", "contingut": "1", "nomFitxer": "prova.pdf", "nomNatural": "Prova",
                  "CSV": "0899990001010320240123456789AB", "formatFitxer": "application/pdf", "mida": 1234,
                  "hash": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "hashAlgoritme": "SHA-256",
                  "dataAlta": 1709281800000, "dataDocument": 1709281800000,
                  "versioNTI": "http://administracionelectronica.gob.es/ENI/XSD/v1.0/documento-e",
                  "identificador": "ES_0899990001_2024_22222222-2222-4222-8222-222222222222", "organ": "L01089999" }
                """);

        assertThat(answer.code()).isEqualTo("1");
        assertThat(answer.document(false))
                .isEqualTo(new DesalDocument(
                        DOCUMENT,
                        Optional.of(FILE),
                        "prova.pdf",
                        "Prova",
                        Optional.of(MediaType.PDF),
                        Optional.of(1234L),
                        Optional.of(EMPTY),
                        Optional.of("0899990001010320240123456789AB"),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    @Test
    void desal_10_answer_to_get_with_content() throws Exception {
        DesalAnswer answer = answer("""
                { "codiResposta": "0", "descripcioResposta": "Operació realitzada correctament",
                  "uuidDocument": "22222222-2222-4222-8222-222222222222", "contingut": "1", "nomFitxer": "prova.pdf",
                  "formatFitxer": "application/pdf", "mida": 1234, "hash": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                  "hashAlgoritme": "SHA-256", "URLPresignada": "https://bucket.s3.eu-west-1.amazonaws.com/key?X-Amz-Signature=abc" }
                """);

        assertThat(answer.presignedAddress()).isPresent();
        assertThat(answer.document(true).length()).contains(1234L);
        assertThat(answer.document(true).sha256()).contains(EMPTY);
    }

    @Test
    void desal_10_answer_to_search() throws Exception {
        Hits<DesalDocument> hits = answer("""
                { "totalResultats": 1, "resultatsRecuperats": 1, "codiResposta": "0", "descripcioResposta": "Operació realitzada correctament",
                  "documents": [ { "uuidDocument": "22222222-2222-4222-8222-222222222222", "contingut": "1", "codiResposta": "0", "interessat": [] } ] }
                """).hits("documents", one -> one.document(true));

        assertThat(hits.isCut()).isFalse();
        assertThat(hits.rows()).extracting(DesalDocument::uuid).containsExactly(DOCUMENT);
    }

    @Test
    void desal_10_ticket_and_errors() throws Exception {
        assertThat(answer("""
                { "codiResposta": "0", "descripcioResposta": "Operació realitzada correctament", "idTicket": "44444444-4444-4444-8444-444444444444" }
                """).first("idTicket")).contains("44444444-4444-4444-8444-444444444444");
        DesalAnswer refused = answer("""
                { "codiResposta": "10", "descripcioResposta": "Error: no tens autorització per realitzar aquesta operació. Operació NO realitzada." }
                """);
        assertThat(DesalCodes.failure(DesalCodes.Operation.READ_DOCUMENT, refused)
                        .what())
                .contains("this service may not do it");
        DesalAnswer gateway = answer("{ \"message\": \"Forbidden\" }");
        assertThat(gateway.code()).isEmpty();
        assertThat(gateway.text()).isEqualTo("Forbidden");
    }

    /** Contract desal 5: Base64 of 44 characters, hexadecimal in old records, the name of the algorithm with a hyphen or without. */
    @Test
    void a_digest_is_read_in_both_forms_and_only_of_the_algorithm_we_know() throws Exception {
        Sha256 digest = Sha256.of(new byte[0]);
        for (String algorithm : List.of("SHA-256", "SHA256", "sha-256")) {
            for (String hash :
                    List.of(digest.base64(), digest.hex(), digest.hex().toUpperCase(Locale.ROOT))) {
                assertThat(hashed(hash, algorithm)).contains(digest);
            }
        }
        assertThat(hashed(digest.base64(), "SHA3-256")).isEmpty();
        assertThat(hashed("no digest", "SHA-256")).isEmpty();
    }

    private static Optional<Sha256> hashed(String hash, String algorithm) throws Exception {
        return answer("{ \"uuidDocument\": \"" + DOCUMENT + "\", \"hash\": \"" + hash + "\", \"hashAlgoritme\": \""
                        + algorithm + "\" }")
                .document(true)
                .sha256();
    }
}
