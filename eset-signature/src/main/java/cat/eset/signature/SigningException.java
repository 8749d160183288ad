package cat.eset.signature;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import java.util.Objects;

/** A document could not be signed, extended or stamped. Nothing half-written is left on disk. */
public final class SigningException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way; each has its remedy in {@link #failure()}. */
    public enum Problem {
        /** The document has no bytes. */
        EMPTY_DOCUMENT,
        /** It is not what the format needs: not a PDF, not well-formed XML, or damaged. */
        MALFORMED_DOCUMENT,
        /** The PDF is encrypted. */
        ENCRYPTED_DOCUMENT,
        /** The PDF is certified or locked and allows no further signature. */
        CHANGES_FORBIDDEN,
        /** The named signature field does not exist or is signed already. */
        FIELD_UNAVAILABLE,
        /** It is larger than the signer was told to accept. */
        DOCUMENT_TOO_LARGE,
        /** The key refused, is missing, or is of an unsupported kind. */
        KEY_UNUSABLE,
        /** The certificate is outside its validity. */
        CERTIFICATE_EXPIRED,
        /** The certificate is revoked, or was when the revocation data was made. */
        CERTIFICATE_REVOKED,
        /** A time stamp was needed and no authority gave a good one. */
        NO_TIME_STAMP,
        /** Revocation data or an issuer certificate was needed and could not be had. */
        NO_REVOCATION_DATA,
        /** The signature value does not belong to what was to be signed. */
        WRONG_SIGNATURE_VALUE,
        /** A temporary file cannot be written: no room on the disk, no right to write there, or no such directory. */
        DISK_UNUSABLE,
        /** Any other failure of the signing library. */
        OTHER
    }

    private final Problem problem;

    private SigningException(Problem problem, Failure failure) {
        super(failure);
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /** An error of this kind. */
    public static SigningException of(Problem problem, Failure.Builder failure) {
        return new SigningException(problem, failure.build());
    }

    /** What stood in the way. */
    public Problem problem() {
        return problem;
    }
}
