package cat.eset.signature.signador;

import cat.eset.core.id.Nif;
import cat.eset.signature.SignaturePolicy;
import cat.eset.signature.signador.CertificateFilter.Purpose;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of options inside {@code applet_cfg} (signador 4.4 to 4.6). A group of which nothing was asked for is not
 * written.
 */
final class AppletOptions {

    private AppletOptions() {}

    static void write(JsonGenerator json, SignadorJob job) throws IOException {
        group(
                json,
                "pdf_cfg",
                job.appearance().isEmpty() ? Map.of() : pdf(job.appearance().get()));
        group(json, "certs_cfg", certificates(job.certificates()));
        group(json, "xml_cfg", xml(job));
        group(json, "cms_cfg", cms(job));
        group(json, "ades_cfg", ades(job));
    }

    private static void group(JsonGenerator json, String name, Map<String, String> fields) throws IOException {
        if (fields.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private static Map<String, String> pdf(PdfAppearance look) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("pdf_visible_signature", Boolean.toString(look.visible()));
        if (look.visible()) {
            out.put("pdf_signature_rectangle", look.rectangle());
            out.put("pdf_signature_page_number", Integer.toString(look.page()));
            if (look.rotation() > 0) {
                out.put("pdf_signature_rotation", Integer.toString(look.rotation()));
            }
        }
        look.field().ifPresent(name -> out.put("pdf_signature_field", name));
        look.reason().ifPresent(text -> out.put("pdf_reason", text));
        look.location().ifPresent(text -> out.put("pdf_location", text));
        if (look.certification() > 0) {
            out.put("pdf_certification_level", Integer.toString(look.certification()));
        }
        look.reserved().ifPresent(kilobytes -> out.put("pdf_reserved_space", Integer.toString(kilobytes)));
        if (look.imageOnly()) {
            out.put("pdf_signature_rendering_mode", "1");
        }
        if (look.image().isPresent()) {
            out.put(
                    "pdf_signature_image",
                    Base64.getEncoder().encodeToString(look.image().get().readAllBytes()));
        }
        if (look.viewerMarks()) {
            out.put("pdf_show_adobe_sign_validation", "true");
        }
        return out;
    }

    private static Map<String, String> certificates(CertificateFilter filter) {
        Map<String, String> out = new LinkedHashMap<>();
        filter.nif().map(Nif::value).ifPresent(nif -> out.put("required_nif", nif));
        list(out, "allowed_CAs", filter.authorities());
        list(out, "allowed_OIDs", filter.policies());
        filter.alias().ifPresent(name -> out.put("selected_alias", name));
        filter.commonName().ifPresent(name -> out.put("selected_CN", name));
        filter.subjectText().ifPresent(text -> out.put("subject_Text", text));
        list(
                out,
                "keyUsage",
                filter.purposes().stream().map(Purpose::code).sorted().toList());
        if (filter.validated()) {
            out.put("psis_validation", "true");
        }
        return out;
    }

    private static Map<String, String> xml(SignadorJob job) {
        Map<String, String> out = new LinkedHashMap<>();
        if (job.mode().isXadesT()) {
            out.put("includeXMLTimestamp", "false"); // nobody else reads the old form (4.6)
            job.timeStamps().ifPresent(authority -> out.put("xmlts_tsa_url", authority.toString()));
        }
        if (job.xml().together()) {
            out.put(job.mode().isBeside() ? "n_detached" : "n_enveloping", "true");
        }
        list(out, "uris_to_be_signed", job.xml().elements());
        if (job.xml().withComments()) {
            out.put("canonicalizationWithComments", "true");
        }
        if (job.xml().keyInfoProtected()) {
            out.put("protectKeyInfo", "true");
        }
        return out;
    }

    private static Map<String, String> cms(SignadorJob job) {
        Map<String, String> out = new LinkedHashMap<>();
        if (job.isCmsStamped()) {
            out.put("timeStamp_CMS_signature", "true");
        }
        if (!job.mode().isXml()) {
            job.timeStamps().ifPresent(authority -> out.put("cmsts_tsa_url", authority.toString()));
        }
        return out;
    }

    private static Map<String, String> ades(SignadorJob job) {
        Map<String, String> out = new LinkedHashMap<>();
        job.claimedRole().ifPresent(role -> out.put("signer_role", role));
        job.commitment().ifPresent(commitment -> {
            out.put("commitment_identifier", commitment.identifier());
            commitment.description().ifPresent(text -> out.put("commitment_description", text));
            commitment.object().ifPresent(object -> out.put("commitment_object_reference", object));
        });
        if (job.policy().isPresent()) {
            SignaturePolicy policy = job.policy().get();
            out.put("signature_policy", policy.oid());
            out.put("signature_policy_hash", policy.digestBase64());
            out.put("signature_policy_hash_algorithm", policy.digestAlgorithm());
            out.put("signature_policy_qualifier", policy.location());
        }
        return out;
    }

    private static void list(Map<String, String> out, String name, List<String> values) {
        if (!values.isEmpty()) {
            out.put(name, String.join(";", values));
        }
    }
}
