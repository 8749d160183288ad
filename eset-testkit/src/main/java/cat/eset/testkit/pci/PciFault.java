package cat.eset.testkit.pci;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * One way in which the simulated front misbehaves. Whether the request takes effect is part of each: "before" and every
 * refusal do not process it, everything else does.
 *
 * @param kind what happens
 * @param amount milliseconds, bytes, bytes per second, a status or a depth, depending on the kind; otherwise 0
 * @param code a code, depending on the kind; otherwise empty
 * @param text a text, depending on the kind; otherwise empty
 */
public record PciFault(Kind kind, long amount, String code, String text) {

    /** The kinds; the factories of {@link PciFault} say what each does. */
    public enum Kind {
        /** {@link #resetBeforeProcessing()}. */
        RESET_BEFORE_PROCESSING,
        /** {@link #resetAfterProcessing()}. */
        RESET_AFTER_PROCESSING,
        /** {@link #resetAfterHeaders()}. */
        RESET_AFTER_HEADERS,
        /** {@link #resetMidBody()}. */
        RESET_MID_BODY,
        /** {@link #delay(Duration)}. */
        DELAY,
        /** {@link #slowBody(int)}. */
        SLOW_BODY,
        /** {@link #truncated()}. */
        TRUNCATED,
        /** {@link #duplicated()}. */
        DUPLICATED,
        /** {@link #empty()}. */
        EMPTY,
        /** {@link #unsigned()}. */
        UNSIGNED,
        /** {@link #untrustedSigner()}. */
        UNTRUSTED_SIGNER,
        /** {@link #otherSigner()}. */
        OTHER_SIGNER,
        /** {@link #expiredSigner()}. */
        EXPIRED_SIGNER,
        /** {@link #tampered()}. */
        TAMPERED,
        /** {@link #movedBody()}. */
        MOVED_BODY,
        /** {@link #duplicateId()}. */
        DUPLICATE_ID,
        /** {@link #secondSignature()}. */
        SECOND_SIGNATURE,
        /** {@link #wrongEcho()}. */
        WRONG_ECHO,
        /** {@link #wrongItemCount()}. */
        WRONG_ITEM_COUNT,
        /** {@link #soapFault(String, String)}. */
        SOAP_FAULT,
        /** {@link #forbidden()}. */
        FORBIDDEN,
        /** {@link #status(int, String)}. */
        STATUS,
        /** {@link #state(String, String)}. */
        STATE,
        /** {@link #docType()}. */
        DOCTYPE,
        /** {@link #deep(int)}. */
        DEEP,
        /** {@link #huge(long)}. */
        HUGE,
        /** {@link #gzipBomb(long)}. */
        GZIP_BOMB,
        /** {@link #mtom()}. */
        MTOM,
        /** {@link #mtomTruncated()}. */
        MTOM_TRUNCATED,
        /** {@link #mtomWithoutPart()}. */
        MTOM_WITHOUT_PART,
        /** {@link #mtomWithoutBoundary()}. */
        MTOM_WITHOUT_BOUNDARY
    }

    /** Checks the values. */
    public PciFault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
        if (amount < 0) {
            throw new IllegalArgumentException("an amount is not negative");
        }
    }

    /** Cuts the connection when the request has been read; nothing takes effect. */
    public static PciFault resetBeforeProcessing() {
        return of(Kind.RESET_BEFORE_PROCESSING);
    }

    /** Processes the request, then cuts the connection before the first byte of the answer. */
    public static PciFault resetAfterProcessing() {
        return of(Kind.RESET_AFTER_PROCESSING);
    }

    /** Processes the request, sends the headers, then cuts the connection before the first byte of the body. */
    public static PciFault resetAfterHeaders() {
        return of(Kind.RESET_AFTER_HEADERS);
    }

    /** Processes the request, sends the headers and half of the answer, then cuts the connection. */
    public static PciFault resetMidBody() {
        return of(Kind.RESET_MID_BODY);
    }

    /** Processes the request and answers well, but only after this time of the real clock. */
    public static PciFault delay(Duration duration) {
        return new PciFault(Kind.DELAY, duration.toMillis(), "", "");
    }

    /** Processes the request and sends the answer at so many bytes per second. */
    public static PciFault slowBody(int bytesPerSecond) {
        return new PciFault(Kind.SLOW_BODY, bytesPerSecond, "", "");
    }

    /** Ends the answer early and cleanly: half of its XML, with a length that fits. */
    public static PciFault truncated() {
        return of(Kind.TRUNCATED);
    }

    /** Sends the whole answer twice in one body. */
    public static PciFault duplicated() {
        return of(Kind.DUPLICATED);
    }

    /** Answers 200 without a body. */
    public static PciFault empty() {
        return of(Kind.EMPTY);
    }

    /** Answers without a signature. */
    public static PciFault unsigned() {
        return of(Kind.UNSIGNED);
    }

    /** Signs the answer with the right names, issued by a root that nobody trusts. */
    public static PciFault untrustedSigner() {
        return of(Kind.UNTRUSTED_SIGNER);
    }

    /** Signs the answer with a trusted certificate of another organisation. */
    public static PciFault otherSigner() {
        return of(Kind.OTHER_SIGNER);
    }

    /** Signs the answer with a trusted certificate that expired yesterday. */
    public static PciFault expiredSigner() {
        return of(Kind.EXPIRED_SIGNER);
    }

    /** Changes one character of the Body after signing. */
    public static PciFault tampered() {
        return of(Kind.TAMPERED);
    }

    /** Signature wrapping: the signed Body sits in the header, another one in its place. */
    public static PciFault movedBody() {
        return of(Kind.MOVED_BODY);
    }

    /** Repeats the signed {@code wsu:Id} on another element. */
    public static PciFault duplicateId() {
        return of(Kind.DUPLICATE_ID);
    }

    /** Puts a second {@code ds:Signature} beside the good one. */
    public static PciFault secondSignature() {
        return of(Kind.SECOND_SIGNATURE);
    }

    /** Echoes another {@code IdPeticion}, well signed. */
    public static PciFault wrongEcho() {
        return of(Kind.WRONG_ECHO);
    }

    /** Repeats an item, well signed. */
    public static PciFault wrongItemCount() {
        return of(Kind.WRONG_ITEM_COUNT);
    }

    /** An unsigned SOAP fault; the request is not processed. */
    public static PciFault soapFault(String code, String text) {
        return new PciFault(Kind.SOAP_FAULT, 0, code, text);
    }

    /** The HTML page of status 403; the request is not processed. */
    public static PciFault forbidden() {
        return of(Kind.FORBIDDEN);
    }

    /** An HTTP status without SOAP; the request is not processed. */
    public static PciFault status(int status, String retryAfter) {
        return new PciFault(Kind.STATUS, status, "", retryAfter);
    }

    /**
     * Answers this PCI state, signed, without payload; the request is not processed. {@code 0001} and {@code 0002} are
     * pending states.
     */
    public static PciFault state(String code, String literal) {
        return new PciFault(Kind.STATE, 0, code, literal);
    }

    /** Puts a DOCTYPE with an external entity in front of the answer. */
    public static PciFault docType() {
        return of(Kind.DOCTYPE);
    }

    /** Nests so many elements inside the answer. */
    public static PciFault deep(int depth) {
        return new PciFault(Kind.DEEP, depth, "", "");
    }

    /** Streams an answer of so many bytes. */
    public static PciFault huge(long bytes) {
        return new PciFault(Kind.HUGE, bytes, "", "");
    }

    /** Sends an answer that is small on the wire and inflates to so many bytes. */
    public static PciFault gzipBomb(long bytes) {
        return new PciFault(Kind.GZIP_BOMB, bytes, "", "");
    }

    /** Processes the request and answers well, as MTOM: the certificate of the signature travels as a MIME part. */
    public static PciFault mtom() {
        return of(Kind.MTOM);
    }

    /** Answers as MTOM and ends early and cleanly: in the middle of the last part, with a length that fits. */
    public static PciFault mtomTruncated() {
        return of(Kind.MTOM_TRUNCATED);
    }

    /** Answers as MTOM without the part that the XML points at. */
    public static PciFault mtomWithoutPart() {
        return of(Kind.MTOM_WITHOUT_PART);
    }

    /** Answers as MTOM without saying what separates the parts. */
    public static PciFault mtomWithoutBoundary() {
        return of(Kind.MTOM_WITHOUT_BOUNDARY);
    }

    private static PciFault of(Kind kind) {
        return new PciFault(kind, 0, "", "");
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
