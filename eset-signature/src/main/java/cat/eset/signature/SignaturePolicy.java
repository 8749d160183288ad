package cat.eset.signature;

import cat.eset.core.InvalidValueException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A signature policy that a signature declares. Only where the receiver demands one, such as Facturae and exchanges with
 * the State (local-signature section 6).
 *
 * @param oid dotted object identifier
 * @param digestAlgorithm Java name of the digest of the policy document, for example {@code SHA-256}
 * @param digestBase64 that digest in Base64
 * @param location URL where the policy document can be read
 */
public record SignaturePolicy(String oid, String digestAlgorithm, String digestBase64, String location) {

    // Before the constants: their constructor uses it.
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");

    /**
     * The Spanish State administration's policy 1.9. Its digest is SHA-1 because no other was ever published: it is the
     * digest of the policy text, not of the signature.
     */
    public static final SignaturePolicy AGE_1_9 = new SignaturePolicy(
            "2.16.724.1.3.1.1.2.1.9",
            "SHA-1",
            "G7roucf600+f03r/o0bAOQ6WAs0=",
            "https://sede.administracion.gob.es/politica_de_firma_anexo_1.pdf");

    /** Checks the forms. */
    public SignaturePolicy {
        if (!OID.matcher(oid).matches()) {
            throw InvalidValueException.of("SignaturePolicy", "a dotted object identifier");
        }
        Objects.requireNonNull(digestAlgorithm, "digestAlgorithm");
        Objects.requireNonNull(location, "location");
        try {
            if (Base64.getDecoder().decode(digestBase64).length < 20) {
                throw InvalidValueException.of("SignaturePolicy", "a digest of at least 20 bytes");
            }
        } catch (IllegalArgumentException e) {
            throw InvalidValueException.of("SignaturePolicy", "a digest in Base64");
        }
    }
}
