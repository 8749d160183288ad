package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import cat.eset.signature.signador.CertificateFilter.Purpose;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * The JSON of a job (signador 4.2 to 4.8). Every value is a string; only what was asked for is written, because an empty
 * string is not neutral there.
 */
final class JobMessage {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String HASH = "3";
    private static final String CONTENT = "4";
    private static final String ADDRESS = "6";

    private JobMessage() {}

    /** The body of {@code startSignProcess} with these of the job's documents. */
    static byte[] start(JobToken token, SignadorJob job, Map<String, DocumentContent> documents, boolean more)
            throws IOException {
        return write(json -> {
            json.writeStringField("token", token.value());
            boolean redirect = job.delivery() instanceof Delivery.Redirect;
            json.writeStringField(
                    redirect ? "redirectUrl" : "callbackUrl", job.delivery().path());
            if (job.description().isPresent()) {
                json.writeStringField("descripcio", job.description().get());
            }
            json.writeStringField("responseB64", Boolean.toString(!job.isResultByAddress()));
            json.writeObjectFieldStart("applet_cfg");
            json.writeStringField("keystore_type", "0");
            json.writeStringField("signature_mode", Integer.toString(job.mode().code()));
            json.writeStringField("doc_type", type(job));
            json.writeStringField("doc_name", String.join(";", documents.keySet()));
            json.writeStringField("document_to_sign", contents(job, documents));
            json.writeStringField("hash_algorithm", "SHA-256"); // the service's own helper falls back to SHA-1
            if (more) {
                json.writeStringField("multiple", "true");
            }
            if (job.appearance().isPresent()) {
                appearance(json, job.appearance().get());
            }
            certificates(json, job.certificates());
            xml(json, job);
            cms(json, job);
            ades(json, job);
            json.writeEndObject();
        });
    }

    /** The body of {@code addDocumentToSign}. */
    static byte[] add(JobToken token, SignadorJob job, Entry<String, DocumentContent> document) throws IOException {
        return write(json -> {
            json.writeStringField("token_id", token.value());
            json.writeStringField("document_to_sign", content(job, document.getKey(), document.getValue()));
            json.writeStringField("doc_name", document.getKey());
        });
    }

    /**
     * A job without document (signador 4.7).
     *
     * @param mode {@code SIGNATURA} or {@code CERTIFICAT}
     */
    static byte[] bare(JobToken token, Delivery delivery, String mode, Map<String, Sha256> digests) throws IOException {
        return write(json -> {
            json.writeStringField("token", token.value());
            json.writeStringField(
                    delivery instanceof Delivery.Redirect ? "redirectUrl" : "callbackUrl", delivery.path());
            json.writeStringField("responseB64", "true");
            json.writeObjectFieldStart("applet_apsa_cfg");
            json.writeStringField("keystore_type", "0");
            json.writeStringField("modeFuncionament", mode);
            json.writeStringField("doc_name", String.join(";", digests.keySet()));
            json.writeStringField(
                    "hash_a_xifrar",
                    digests.values().stream().map(Sha256::base64).collect(Collectors.joining(";")));
            json.writeEndObject();
        });
    }

    private static String type(SignadorJob job) {
        if (!job.addresses().isEmpty()) {
            return ADDRESS;
        }
        return job.mode().isOverHash() ? HASH : CONTENT;
    }

    private static void xml(JsonGenerator json, SignadorJob job) throws IOException {
        if (!job.mode().isXadesT() && !(job.mode().isXml() && job.isKeyInfoProtected())) {
            return;
        }
        json.writeObjectFieldStart("xml_cfg");
        if (job.mode().isXadesT()) {
            json.writeStringField("includeXMLTimestamp", "false"); // nobody else reads the old form (4.6)
            if (job.timeStamps().isPresent()) {
                json.writeStringField("xmlts_tsa_url", job.timeStamps().get().toString());
            }
        }
        if (job.isKeyInfoProtected()) {
            json.writeStringField("protectKeyInfo", "true");
        }
        json.writeEndObject();
    }

    private static void cms(JsonGenerator json, SignadorJob job) throws IOException {
        if (!job.mode().isXml() && job.timeStamps().isPresent()) {
            json.writeObjectFieldStart("cms_cfg");
            json.writeStringField("cmsts_tsa_url", job.timeStamps().get().toString());
            json.writeEndObject();
        }
    }

    private static void appearance(JsonGenerator json, PdfAppearance look) throws IOException {
        json.writeObjectFieldStart("pdf_cfg");
        json.writeStringField("pdf_visible_signature", Boolean.toString(look.visible()));
        if (look.visible()) {
            json.writeStringField("pdf_signature_rectangle", look.rectangle());
            json.writeStringField("pdf_signature_page_number", Integer.toString(look.page()));
        }
        if (look.field().isPresent()) {
            json.writeStringField("pdf_signature_field", look.field().get());
        }
        if (look.reason().isPresent()) {
            json.writeStringField("pdf_reason", look.reason().get());
        }
        if (look.location().isPresent()) {
            json.writeStringField("pdf_location", look.location().get());
        }
        if (look.certification() > 0) {
            json.writeStringField("pdf_certification_level", Integer.toString(look.certification()));
        }
        if (look.visible() && look.rotation() > 0) {
            json.writeStringField("pdf_signature_rotation", Integer.toString(look.rotation()));
        }
        if (look.imageOnly()) {
            json.writeStringField("pdf_signature_rendering_mode", "1");
        }
        if (look.image().isPresent()) {
            json.writeStringField(
                    "pdf_signature_image", base64(look.image().get().readAllBytes()));
        }
        json.writeEndObject();
    }

    private static void certificates(JsonGenerator json, CertificateFilter filter) throws IOException {
        if (filter.equals(CertificateFilter.any())) {
            return;
        }
        json.writeObjectFieldStart("certs_cfg");
        if (filter.nif().isPresent()) {
            json.writeStringField("required_nif", filter.nif().map(Nif::value).get());
        }
        list(json, "allowed_CAs", filter.authorities());
        list(json, "allowed_OIDs", filter.policies());
        if (filter.commonName().isPresent()) {
            json.writeStringField("selected_CN", filter.commonName().get());
        }
        list(
                json,
                "keyUsage",
                filter.purposes().stream().map(Purpose::code).sorted().toList());
        if (filter.subjectText().isPresent()) {
            json.writeStringField("subject_Text", filter.subjectText().get());
        }
        if (filter.validated()) {
            json.writeStringField("psis_validation", "true");
        }
        json.writeEndObject();
    }

    private static void ades(JsonGenerator json, SignadorJob job) throws IOException {
        if (job.claimedRole().isEmpty()
                && job.policy().isEmpty()
                && job.commitment().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("ades_cfg");
        if (job.claimedRole().isPresent()) {
            json.writeStringField("signer_role", job.claimedRole().get());
        }
        if (job.commitment().isPresent()) {
            json.writeStringField("commitment_identifier", job.commitment().get());
        }
        if (job.policy().isPresent()) {
            json.writeStringField("signature_policy", job.policy().get().oid());
            json.writeStringField("signature_policy_hash", job.policy().get().digestBase64());
            json.writeStringField(
                    "signature_policy_hash_algorithm", job.policy().get().digestAlgorithm());
            json.writeStringField(
                    "signature_policy_qualifier", job.policy().get().location());
        }
        json.writeEndObject();
    }

    private static void list(JsonGenerator json, String name, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeStringField(name, String.join(";", values));
        }
    }

    private static String contents(SignadorJob job, Map<String, DocumentContent> documents) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Entry<String, DocumentContent> document : documents.entrySet()) {
            out.append(out.length() == 0 ? "" : ";").append(content(job, document.getKey(), document.getValue()));
        }
        return out.toString();
    }

    private static String content(SignadorJob job, String name, DocumentContent document) throws IOException {
        URI address = job.addresses().get(name);
        if (address != null) {
            return address.toString();
        }
        return job.mode().isOverHash() ? document.sha256().base64() : base64(document.readAllBytes());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] write(Fields fields) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
