package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.id.Nif;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * The JSON of a job (signador 4.2 to 4.8). Every value is a string; only what was asked for is written, because an empty
 * string is not neutral there.
 */
final class JobMessage {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String HASH = "3";
    private static final String CONTENT = "4";

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
            json.writeStringField("responseB64", "true");
            json.writeObjectFieldStart("applet_cfg");
            json.writeStringField("keystore_type", "0");
            json.writeStringField("signature_mode", Integer.toString(job.mode().code()));
            json.writeStringField("doc_type", job.mode().isOverHash() ? HASH : CONTENT);
            json.writeStringField("doc_name", String.join(";", documents.keySet()));
            json.writeStringField("document_to_sign", contents(job.mode(), documents));
            json.writeStringField("hash_algorithm", "SHA-256"); // the service's own helper falls back to SHA-1
            if (more) {
                json.writeStringField("multiple", "true");
            }
            if (job.appearance().isPresent()) {
                appearance(json, job.appearance().get());
            }
            certificates(json, job.certificates());
            if (job.mode().isXadesT()) {
                json.writeObjectFieldStart("xml_cfg");
                json.writeStringField("includeXMLTimestamp", "false"); // nobody else reads the old form (4.6)
                json.writeEndObject();
            }
            ades(json, job);
            json.writeEndObject();
        });
    }

    /** The body of {@code addDocumentToSign}. */
    static byte[] add(JobToken token, SignadorMode mode, Entry<String, DocumentContent> document) throws IOException {
        return write(json -> {
            json.writeStringField("token_id", token.value());
            json.writeStringField("document_to_sign", content(mode, document.getValue()));
            json.writeStringField("doc_name", document.getKey());
        });
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
        if (filter.subjectText().isPresent()) {
            json.writeStringField("subject_Text", filter.subjectText().get());
        }
        if (filter.validated()) {
            json.writeStringField("psis_validation", "true");
        }
        json.writeEndObject();
    }

    private static void ades(JsonGenerator json, SignadorJob job) throws IOException {
        if (job.claimedRole().isEmpty() && job.policy().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("ades_cfg");
        if (job.claimedRole().isPresent()) {
            json.writeStringField("signer_role", job.claimedRole().get());
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

    private static String contents(SignadorMode mode, Map<String, DocumentContent> documents) throws IOException {
        StringBuilder out = new StringBuilder();
        for (DocumentContent document : documents.values()) {
            out.append(out.length() == 0 ? "" : ";").append(content(mode, document));
        }
        return out.toString();
    }

    private static String content(SignadorMode mode, DocumentContent document) throws IOException {
        return mode.isOverHash() ? document.sha256().base64() : base64(document.readAllBytes());
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
