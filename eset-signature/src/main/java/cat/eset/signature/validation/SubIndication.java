package cat.eset.signature.validation;

import cat.eset.core.InvalidValueException;
import java.util.Objects;
import java.util.Set;

/**
 * Why a signature is not valid, by the code of ETSI EN 319 102-1 section 5.1.3. Open-ended: a code that this version does
 * not know is kept as it came.
 *
 * @param code for example {@code HASH_FAILURE}
 */
public record SubIndication(String code) {

    /** The signed content was altered. */
    public static final SubIndication HASH_FAILURE = new SubIndication("HASH_FAILURE");
    /** The signature value does not match the key. */
    public static final SubIndication SIG_CRYPTO_FAILURE = new SubIndication("SIG_CRYPTO_FAILURE");
    /** The signature has not the form of its standard, or was changed in a way that it forbids. */
    public static final SubIndication FORMAT_FAILURE = new SubIndication("FORMAT_FAILURE");
    /** The certificate was revoked. */
    public static final SubIndication REVOKED = new SubIndication("REVOKED");
    /** The certificate was expired. */
    public static final SubIndication EXPIRED = new SubIndication("EXPIRED");
    /** No path from the signer to a trust anchor. */
    public static final SubIndication NO_CERTIFICATE_CHAIN_FOUND = new SubIndication("NO_CERTIFICATE_CHAIN_FOUND");
    /** Certificate revoked, and no proof that the signature is older. */
    public static final SubIndication REVOKED_NO_POE = new SubIndication("REVOKED_NO_POE");
    /** Certificate expired, and no proof that the signature is older. */
    public static final SubIndication OUT_OF_BOUNDS_NO_POE = new SubIndication("OUT_OF_BOUNDS_NO_POE");
    /** An algorithm is too weak today, and no proof that the signature is older. */
    public static final SubIndication CRYPTO_CONSTRAINTS_FAILURE_NO_POE =
            new SubIndication("CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    /** Revocation data is missing or too old; ask again later. */
    public static final SubIndication TRY_LATER = new SubIndication("TRY_LATER");
    /** The signed content was not given. */
    public static final SubIndication SIGNED_DATA_NOT_FOUND = new SubIndication("SIGNED_DATA_NOT_FOUND");
    /** No code was given. */
    public static final SubIndication NONE = new SubIndication("NONE");
    /** Not of the standard: the limits of the validator were exceeded, so the document was not looked into. */
    public static final SubIndication LIMITS_EXCEEDED = new SubIndication("ESET_LIMITS_EXCEEDED");
    /** Not of the standard: old time-stamp form of AOC tools, which only the Validador judges. */
    public static final SubIndication ASK_VALIDADOR = new SubIndication("ESET_ASK_VALIDADOR");

    private static final Set<String> KNOWN = Set.of(
            "HASH_FAILURE",
            "SIG_CRYPTO_FAILURE",
            "FORMAT_FAILURE",
            "REVOKED",
            "EXPIRED",
            "NO_CERTIFICATE_CHAIN_FOUND",
            "REVOKED_NO_POE",
            "OUT_OF_BOUNDS_NO_POE",
            "CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
            "TRY_LATER",
            "SIGNED_DATA_NOT_FOUND",
            "NONE",
            "ESET_LIMITS_EXCEEDED",
            "ESET_ASK_VALIDADOR");

    /** Checks the value. */
    public SubIndication {
        Objects.requireNonNull(code, "code");
        if (code.isBlank()) {
            throw InvalidValueException.of("SubIndication", "a code");
        }
    }

    /** Whether it is one of the constants of this type. */
    public boolean isKnown() {
        return KNOWN.contains(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
