package cat.eset.signature.validador;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A result code of the Validador. Open-ended: what this version does not know is kept as it came, without the white space
 * that replies are known to put inside it.
 *
 * @param value for example {@code urn:oasis:names:tc:dss:1.0:resultmajor:Success}
 */
public record ResultUrn(String value) {

    /** The service did its work; says nothing about what it found. */
    public static final ResultUrn SUCCESS = new ResultUrn("urn:oasis:names:tc:dss:1.0:resultmajor:Success");
    /** The request was wrong. */
    public static final ResultUrn REQUESTER_ERROR =
            new ResultUrn("urn:oasis:names:tc:dss:1.0:resultmajor:RequesterError");
    /** The service failed. */
    public static final ResultUrn RESPONDER_ERROR =
            new ResultUrn("urn:oasis:names:tc:dss:1.0:resultmajor:ResponderError");
    /** Something needed could not be had. */
    public static final ResultUrn INSUFFICIENT_INFORMATION =
            new ResultUrn("urn:oasis:names:tc:dss:1.0:resultmajor:InsufficientInformation");
    /** The certificate is valid. */
    public static final ResultUrn CERTIFICATE_VALID =
            new ResultUrn("urn:oasis:names:tc:dss:1.0:profiles:XSS:resultminor:valid:certificate:Definitive");
    /** The certificate is expired. */
    public static final ResultUrn CERTIFICATE_EXPIRED =
            new ResultUrn("urn:oasis:names:tc:dss:1.0:profiles:XSS:resultminor:invalid:certificate:Expired");
    /** The certificate is revoked. */
    public static final ResultUrn CERTIFICATE_REVOKED =
            new ResultUrn("urn:oasis:names:tc:dss:1.0:profiles:XSS:resultminor:invalid:certificate:Revoked");
    /** The signature is valid and covers all documents. */
    public static final ResultUrn SIGNATURE_VALID =
            new ResultUrn("urn:oasis:names:tc:dss:1.0:resultminor:valid:signature:onAllDocuments");
    /** The signature does not match. */
    public static final ResultUrn SIGNATURE_INVALID =
            new ResultUrn("urn:oasis:names:tc:dss:1.0:resultminor:invalid:IncorrectSignature");

    private static final List<ResultUrn> KNOWN = List.of(
            SUCCESS,
            REQUESTER_ERROR,
            RESPONDER_ERROR,
            INSUFFICIENT_INFORMATION,
            CERTIFICATE_VALID,
            CERTIFICATE_EXPIRED,
            CERTIFICATE_REVOKED,
            SIGNATURE_VALID,
            SIGNATURE_INVALID);

    /** Takes the white space out. */
    public ResultUrn {
        value = value.replaceAll("\\s+", "");
    }

    /** Whether it is one of the constants of this type, in any case of letters. */
    public boolean isKnown() {
        return KNOWN.stream().anyMatch(this::is);
    }

    /** Whether it is the same code, in any case of letters. */
    public boolean is(ResultUrn other) {
        return value.equalsIgnoreCase(other.value);
    }

    /** Whether one of its parts, between colons, is this word. Never a part of a part. */
    boolean says(String word) {
        return Arrays.asList(value.toLowerCase(Locale.ROOT).split(":", -1)).contains(word);
    }

    @Override
    public String toString() {
        return value;
    }
}
