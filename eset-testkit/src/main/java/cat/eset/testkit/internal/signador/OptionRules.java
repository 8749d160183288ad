package cat.eset.testkit.internal.signador;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every option of contract 4.4 to 4.6 and the values it may have. A name that is not there is refused. */
final class OptionRules {

    private static final Predicate<String> TRUTH = in("true", "false");
    private static final Predicate<String> OIDS = matching("[0-2](\\.\\d+)+(;[0-2](\\.\\d+)+)*");
    private static final Predicate<String> ADDRESS = matching("https?://\\S+");
    private static final Map<String, Map<String, Predicate<String>>> GROUPS = groups();

    private OptionRules() {}

    private static Map<String, Map<String, Predicate<String>>> groups() {
        return Map.of(
                "pdf_cfg",
                Map.ofEntries(
                        Map.entry("pdf_visible_signature", TRUTH),
                        Map.entry("pdf_reserved_space", matching("[1-9]\\d{0,4}")),
                        Map.entry("pdf_signature_field", OptionRules::isSaid),
                        Map.entry("pdf_certification_level", in("0", "1", "2", "3")),
                        Map.entry("pdf_reason", OptionRules::anything),
                        Map.entry("pdf_location", OptionRules::anything),
                        Map.entry("pdf_signature_image", OptionRules::isBase64),
                        Map.entry("pdf_signature_rendering_mode", in("0", "1")),
                        Map.entry("pdf_signature_rectangle", matching("-?\\d+( -?\\d+){3}")),
                        Map.entry("pdf_signature_page_number", matching("-1|\\d+")),
                        Map.entry("pdf_signature_rotation", in("0", "90", "180", "270")),
                        Map.entry("pdf_show_adobe_sign_validation", TRUTH)),
                "certs_cfg",
                Map.of(
                        "allowed_CAs", OptionRules::isSaid,
                        "allowed_OIDs", OIDS,
                        "selected_alias", OptionRules::isSaid,
                        "selected_CN", OptionRules::isSaid,
                        "subject_Text", OptionRules::isSaid,
                        "required_nif", OptionRules::isSaid,
                        "psis_validation", TRUTH,
                        "keyUsage", matching("FD|NR|FD;NR|NR;FD")),
                "xml_cfg",
                Map.of(
                        "n_enveloping", TRUTH,
                        "n_detached", TRUTH,
                        "uris_to_be_signed", OptionRules::isSaid,
                        "includeXMLTimestamp", TRUTH,
                        "xmlts_tsa_url", ADDRESS,
                        "canonicalizationWithComments", TRUTH,
                        "protectKeyInfo", TRUTH),
                "cms_cfg",
                Map.of("timeStamp_CMS_signature", TRUTH, "cmsts_tsa_url", ADDRESS),
                "ades_cfg",
                Map.of(
                        "commitment_identifier", OptionRules::isSaid,
                        "commitment_description", OptionRules::isSaid,
                        "commitment_object_reference", OptionRules::isSaid,
                        "signer_role", OptionRules::isSaid,
                        "signature_policy", OIDS,
                        "signature_policy_hash", OptionRules::isBase64,
                        "signature_policy_hash_algorithm", in("SHA-1", "SHA-256", "SHA-512"),
                        "signature_policy_qualifier", OptionRules::anything));
    }

    /** The options of a job, flat: no two groups share a name. */
    static Map<String, String> read(Map<String, @Nullable Object> applet) throws JobRefusal {
        Map<String, String> options = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, Predicate<String>>> group : GROUPS.entrySet()) {
            if (applet.get(group.getKey()) instanceof Map<?, ?> given) {
                read(group.getKey(), given, group.getValue(), options);
            }
        }
        requireTogether(options);
        return options;
    }

    private static void read(
            String group, Map<?, ?> given, Map<String, Predicate<String>> rules, Map<String, String> options)
            throws JobRefusal {
        for (Map.Entry<?, ?> option : given.entrySet()) {
            String name = String.valueOf(option.getKey());
            Predicate<String> rule = rules.get(name);
            if (rule == null) {
                throw new JobRefusal(group + ": paràmetre desconegut " + name);
            }
            Object value = option.getValue();
            if (value == null || value instanceof Map || value instanceof List || !rule.test(value.toString())) {
                throw new JobRefusal(group + ": valor no suportat per a " + name);
            }
            options.put(name, value.toString());
        }
    }

    private static void requireTogether(Map<String, String> options) throws JobRefusal {
        if (options.containsKey("signature_policy") && !options.containsKey("signature_policy_hash")) {
            throw new JobRefusal("signature_policy necessita signature_policy_hash");
        }
    }

    private static Predicate<String> in(String... values) {
        return Set.of(values)::contains;
    }

    private static Predicate<String> matching(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return value -> compiled.matcher(value).matches();
    }

    private static boolean anything(String value) {
        return !value.isEmpty();
    }

    private static boolean isSaid(String value) {
        return !value.isBlank();
    }

    private static boolean isBase64(String value) {
        try {
            return Base64.getDecoder().decode(value).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
