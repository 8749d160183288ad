package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.Objects;

/**
 * Kind of a signature (TipoFirma). Open-ended: a code that is not known is kept as it came (contract eni 4).
 *
 * @param code as written in the XML
 */
public record EniSignatureType(String code) {

    /** Secure verification code. */
    public static final EniSignatureType CSV = new EniSignatureType("TF01");
    /** XAdES internally detached. */
    public static final EniSignatureType XADES_DETACHED = new EniSignatureType("TF02");
    /** XAdES enveloped. */
    public static final EniSignatureType XADES_ENVELOPED = new EniSignatureType("TF03");
    /** CAdES detached, explicit. */
    public static final EniSignatureType CADES_DETACHED = new EniSignatureType("TF04");
    /** CAdES attached, implicit. */
    public static final EniSignatureType CADES_ATTACHED = new EniSignatureType("TF05");
    /** PAdES, inside the PDF. */
    public static final EniSignatureType PADES = new EniSignatureType("TF06");

    private static final List<EniSignatureType> KNOWN =
            List.of(CSV, XADES_DETACHED, XADES_ENVELOPED, CADES_DETACHED, CADES_ATTACHED, PADES);

    /** Checks that there is a code. */
    public EniSignatureType {
        Objects.requireNonNull(code, "code");
        if (code.isBlank()) {
            throw InvalidValueException.of("EniSignatureType", "its code may not be blank");
        }
    }

    /** A code as it is written. */
    public static EniSignatureType of(String code) {
        return new EniSignatureType(code);
    }

    /** Whether version 1.0 of the norm has it. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public String toString() {
        return code;
    }
}
