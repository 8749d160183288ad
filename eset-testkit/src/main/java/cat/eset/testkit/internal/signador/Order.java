package cat.eset.testkit.internal.signador;

import cat.eset.testkit.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code startSignProcess} asks for, checked as contract 4.2 to 4.7 and 6 say.
 *
 * @param mode number of the signature mode; 0 for the modes without document
 * @param work {@code DOCUMENTS}, {@code SIGNATURA} or {@code CERTIFICAT}
 * @param documentType 1 folder and 2 file of the person's disk, 3 digest, 4 content, 6 address
 * @param digest name of the digest algorithm
 * @param multiple whether documents may be added
 * @param inline whether the result comes in the answer
 * @param redirect path for the browser; empty if there is a callback instead
 * @param callback path for the announcement
 * @param options what was said in the groups of options, by name
 */
record Order(
        int mode,
        String work,
        int documentType,
        String digest,
        boolean multiple,
        boolean inline,
        String redirect,
        String callback,
        Map<String, String> options) {

    static final Order NONE = new Order(0, "", 0, "", false, true, "", "", Map.of());

    static final int FOLDER = 1;
    static final int FILE = 2;
    static final int HASH = 3;
    static final int CONTENT = 4;
    static final int ADDRESS = 6;

    private static final Set<Integer> MODES = modes();
    private static final Set<Integer> OVER_HASH = Set.of(3, 8, 12, 16, 23, 27);
    private static final Set<Integer> PDF = Set.of(4, 24, 28);
    private static final Map<String, Integer> DIGESTS =
            Map.of("SHA-1", 20, "SHA-256", 32, "SHA-384", 48, "SHA-512", 64);
    private static final Pattern DRIVERS = drivers();
    private static final int MOST_DOCUMENTS = 25;
    private static final int MOST_HASHES = 50;

    private static Set<Integer> modes() {
        Set<Integer> modes = new HashSet<>();
        for (int mode = 1; mode <= 28; mode++) {
            if (mode < 17 || mode > 20) {
                modes.add(mode);
            }
        }
        return Set.copyOf(modes);
    }

    /** {@code path,ID;path,ID}, with alternatives in brackets. */
    private static Pattern drivers() {
        String one = "(?:[^;,\\[\\]]+|\\[[^;\\[\\]]+])," + "[^;,\\[\\]]+";
        return Pattern.compile(one + "(?:;" + one + ")*");
    }

    /** Reads and checks a request; its documents go into the map. */
    static Order read(Map<String, @Nullable Object> json, Map<String, byte[]> documents) throws JobRefusal {
        String redirect = Json.string(json, "redirectUrl");
        String callback = Json.string(json, "callbackUrl");
        require(redirect.isEmpty() != callback.isEmpty(), "Cal informar redirectUrl o callbackUrl, només un dels dos");
        require((redirect + callback).startsWith("/"), "redirectUrl i callbackUrl no porten domini");
        boolean inline = !"false".equals(text(json, "responseB64"));
        Map<String, @Nullable Object> applet = object(json, "applet_cfg");
        Map<String, @Nullable Object> apsa = object(json, "applet_apsa_cfg");
        require(applet.isEmpty() != apsa.isEmpty(), "Cal informar applet_cfg o applet_apsa_cfg");
        if (!apsa.isEmpty()) {
            return apsa(apsa, inline, redirect, callback, documents);
        }
        Order order = applet(applet, inline, redirect, callback);
        order.put(documents, text(applet, "doc_name"), text(applet, "document_to_sign"));
        return order;
    }

    private static Order applet(Map<String, @Nullable Object> applet, boolean inline, String redirect, String callback)
            throws JobRefusal {
        requireKeystore(applet);
        int mode = number(applet, "signature_mode");
        require(MODES.contains(mode), "signature_mode no suportat");
        int type = number(applet, "doc_type");
        require(Set.of(FOLDER, FILE, HASH, CONTENT, ADDRESS).contains(type), "doc_type no suportat");
        require(type != HASH || !PDF.contains(mode), "No es pot signar un PDF a partir del hash");
        require(OVER_HASH.contains(mode) == (type == HASH), "signature_mode i doc_type no es corresponen");
        String digest = text(applet, "hash_algorithm");
        require(digest.isEmpty() || DIGESTS.containsKey(digest), "hash_algorithm no suportat");
        String drivers = text(applet, "pkcs11_files");
        require(drivers.isEmpty() || DRIVERS.matcher(drivers).matches(), "pkcs11_files");
        Order order = new Order(
                mode,
                "DOCUMENTS",
                type,
                digest.isEmpty() ? "SHA-256" : digest,
                "true".equals(text(applet, "multiple")),
                inline,
                redirect,
                callback,
                OptionRules.read(applet));
        order.requireOptionsOfItsMode();
        return order;
    }

    private void requireOptionsOfItsMode() throws JobRefusal {
        require(!says("n_enveloping") || (isXml() && mode % 4 == 2), "n_enveloping només amb enveloping");
        require(!says("n_detached") || (isXml() && mode % 4 != 1 && mode % 4 != 2), "n_detached només amb detached");
        require(
                option("uris_to_be_signed").isEmpty() || mode == 9 || mode == 13,
                "uris_to_be_signed només amb XAdES enveloped");
        // The old form of time stamp, which is the service's default, is not made here.
        require(
                !isXml() || !isStamped() || "false".equals(option("includeXMLTimestamp")),
                "el simulador només sap segells RFC 3161");
        require(!multiple || documentType >= HASH, "multiple no és per als fitxers de l'usuari");
    }

    private static Order apsa(
            Map<String, @Nullable Object> apsa,
            boolean inline,
            String redirect,
            String callback,
            Map<String, byte[]> documents)
            throws JobRefusal {
        requireKeystore(apsa);
        String work = text(apsa, "modeFuncionament").isEmpty() ? "SIGNATURA" : text(apsa, "modeFuncionament");
        String certificate = text(apsa, "signingCertificate");
        require(certificate.isEmpty() || isCertificate(certificate), "signingCertificate");
        require(work.equals("SIGNATURA") || work.equals("CERTIFICAT"), "modeFuncionament no suportat");
        Order order = new Order(0, work, HASH, "SHA-256", false, inline, redirect, callback, Map.of());
        order.put(documents, text(apsa, "doc_name"), text(apsa, "hash_a_xifrar"));
        return order;
    }

    /** Adds documents given as lists with semicolons. */
    void put(Map<String, byte[]> documents, String names, String contents) throws JobRefusal {
        List<String> name = new ArrayList<>(Arrays.asList(names.split(";", -1)));
        List<String> content = Arrays.asList(contents.split(";", -1));
        require(!names.isEmpty() && name.size() == content.size(), "doc_name i document_to_sign no es corresponen");
        for (int i = 0; i < name.size(); i++) {
            require(!documents.containsKey(name.get(i)), "doc_name repetit");
            documents.put(name.get(i), bytes(content.get(i)));
        }
        int most = documentType == HASH ? MOST_HASHES : MOST_DOCUMENTS;
        require(documents.size() <= most, "Com a màxim " + most + " documents");
    }

    private byte[] bytes(String content) throws JobRefusal {
        if (documentType == ADDRESS || documentType == FOLDER || documentType == FILE) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(content);
            boolean fits = documentType != HASH || !work.equals("DOCUMENTS") || isDigest(decoded);
            require(fits, "document_to_sign no és un hash " + digest);
            return decoded;
        } catch (IllegalArgumentException e) {
            throw new JobRefusal("document_to_sign no és Base64");
        }
    }

    private boolean isDigest(byte[] bytes) {
        return Integer.valueOf(bytes.length).equals(DIGESTS.get(digest));
    }

    private static boolean isCertificate(String base64) {
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
            return true;
        } catch (CertificateException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The value of an option; empty if nothing was said. */
    String option(String name) {
        return options.getOrDefault(name, "");
    }

    /** The values of an option that is a list. */
    List<String> list(String name) {
        return option(name).isEmpty() ? List.of() : List.of(option(name).split(";", -1));
    }

    /** Whether an option was switched on. */
    boolean says(String name) {
        return option(name).equals("true");
    }

    /** One signature over all documents. */
    boolean isTogether() {
        return says("n_enveloping") || says("n_detached");
    }

    boolean isOnDisk() {
        return documentType == FOLDER || documentType == FILE;
    }

    boolean isPdf() {
        return PDF.contains(mode);
    }

    boolean isXml() {
        return mode >= 5 && mode <= 16;
    }

    boolean isStamped() {
        return (mode >= 13 && mode <= 16) || mode >= 25 || (mode <= 4 && says("timeStamp_CMS_signature"));
    }

    boolean isAdvanced() {
        return mode >= 9;
    }

    private static void requireKeystore(Map<String, @Nullable Object> configuration) throws JobRefusal {
        require(Set.of("0", "1", "3", "4", "6").contains(text(configuration, "keystore_type")), "keystore_type");
    }

    private static int number(Map<String, @Nullable Object> object, String name) throws JobRefusal {
        try {
            return Integer.parseInt(text(object, name));
        } catch (NumberFormatException e) {
            throw new JobRefusal(name + " no és un número");
        }
    }

    /** Texts, and the bare numbers and booleans that the service's own helper sends. */
    private static String text(Map<String, @Nullable Object> object, String name) {
        Object value = object.get(name);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    @SuppressWarnings("unchecked") // the reader makes such maps only
    private static Map<String, @Nullable Object> object(Map<String, @Nullable Object> parent, String name) {
        return parent.get(name) instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : new LinkedHashMap<>();
    }

    private static void require(boolean condition, String message) throws JobRefusal {
        if (!condition) {
            throw new JobRefusal(message);
        }
    }
}
