package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The JSON of a job (signador 4.2 to 4.8). Every value is a string; only what was asked for is written, because an empty
 * string is not neutral there.
 */
final class JobMessage {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String FOLDER = "1";
    private static final String FILE = "2";
    private static final String HASH = "3";
    private static final String CONTENT = "4";
    private static final String ADDRESS = "6";

    private JobMessage() {}

    /** The body of {@code startSignProcess} with these of the job's documents. */
    static byte[] start(JobToken token, SignadorJob job, Map<String, DocumentContent> documents, boolean more)
            throws IOException {
        return write(json -> {
            common(json, token, job.delivery());
            if (job.description().isPresent()) {
                json.writeStringField("descripcio", job.description().get());
            }
            json.writeStringField("responseB64", Boolean.toString(!job.isResultByAddress()));
            json.writeObjectFieldStart("applet_cfg");
            store(json, job.certificates());
            json.writeStringField("signature_mode", Integer.toString(job.mode().code()));
            json.writeStringField("doc_type", type(job));
            json.writeStringField("doc_name", names(job, documents));
            json.writeStringField("document_to_sign", contents(job, documents));
            json.writeStringField("hash_algorithm", job.hash().code()); // the service's own helper falls back to SHA-1
            if (more) {
                json.writeStringField("multiple", "true");
            }
            AppletOptions.write(json, job);
            json.writeEndObject();
        });
    }

    /** The body of {@code addDocumentToSign}; the document is fetched from the address if there is one. */
    static byte[] add(JobToken token, SignadorJob job, String name, DocumentContent document, Optional<URI> address)
            throws IOException {
        return write(json -> {
            json.writeStringField("token_id", token.value());
            json.writeStringField("document_to_sign", content(job, document, address));
            json.writeStringField("doc_name", name);
        });
    }

    /**
     * A job without document (signador 4.7).
     *
     * @param mode {@code SIGNATURA} or {@code CERTIFICAT}
     * @param certificate the one whose key has to sign, if the service is to be told
     */
    static byte[] bare(
            JobToken token,
            Delivery delivery,
            CertificateStore store,
            String mode,
            Map<String, Sha256> digests,
            Optional<X509Certificate> certificate)
            throws IOException {
        return write(json -> {
            common(json, token, delivery);
            json.writeStringField("responseB64", "true");
            json.writeObjectFieldStart("applet_apsa_cfg");
            json.writeStringField("keystore_type", store.code());
            json.writeStringField("modeFuncionament", mode);
            json.writeStringField("doc_name", String.join(";", digests.keySet()));
            json.writeStringField(
                    "hash_a_xifrar",
                    digests.values().stream().map(Sha256::base64).collect(Collectors.joining(";")));
            if (certificate.isPresent()) {
                json.writeStringField("signingCertificate", base64(encoded(certificate.get())));
            }
            json.writeEndObject();
        });
    }

    private static void common(JsonGenerator json, JobToken token, Delivery delivery) throws IOException {
        json.writeStringField("token", token.value());
        json.writeStringField(delivery instanceof Delivery.Redirect ? "redirectUrl" : "callbackUrl", delivery.path());
    }

    private static void store(JsonGenerator json, CertificateFilter certificates) throws IOException {
        json.writeStringField("keystore_type", certificates.store().code());
        if (!certificates.cards().isEmpty()) {
            json.writeStringField(
                    "pkcs11_files",
                    certificates.cards().stream().map(CardDriver::text).collect(Collectors.joining(";")));
        }
    }

    private static String type(SignadorJob job) {
        if (job.disk().isPresent()) {
            return job.disk().get().folder() ? FOLDER : FILE;
        }
        if (!job.addresses().isEmpty()) {
            return ADDRESS;
        }
        return job.mode().isOverHash() ? HASH : CONTENT;
    }

    private static String names(SignadorJob job, Map<String, DocumentContent> documents) {
        return job.disk().map(DiskSource::name).orElseGet(() -> String.join(";", documents.keySet()));
    }

    private static String contents(SignadorJob job, Map<String, DocumentContent> documents) throws IOException {
        if (job.disk().isPresent()) {
            return job.disk().get().path();
        }
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, DocumentContent> document : documents.entrySet()) {
            Optional<URI> address = Optional.ofNullable(job.addresses().get(document.getKey()));
            out.append(out.length() == 0 ? "" : ";").append(content(job, document.getValue(), address));
        }
        return out.toString();
    }

    private static String content(SignadorJob job, DocumentContent document, Optional<URI> address) throws IOException {
        if (address.isPresent()) {
            return address.get().toString();
        }
        return job.mode().isOverHash() ? job.hash().base64(document) : base64(document.readAllBytes());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
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
