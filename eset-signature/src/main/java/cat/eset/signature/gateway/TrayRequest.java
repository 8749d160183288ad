package cat.eset.signature.gateway;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.signature.signador.JobToken;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A document in the tray. Immutable.
 *
 * @param operation what the work model calls it
 * @param document what has to be signed
 * @param signer who has to sign it
 * @param askedAt since when
 * @param token the last job at the Signador, if the signer has been sent there
 * @param signed the result
 * @param refusal the reason for which the signer refused
 * @param endedAt when it was signed or refused
 * @param stampedAt the instant that the time stamp of the result proves
 */
public record TrayRequest(
        OperationId operation,
        DocumentContent document,
        Actor signer,
        Instant askedAt,
        Optional<JobToken> token,
        Optional<DocumentContent> signed,
        Optional<String> refusal,
        Optional<Instant> endedAt,
        Optional<Instant> stampedAt) {

    /** Checks the values. */
    public TrayRequest {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(signed, "signed");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(stampedAt, "stampedAt");
    }

    static TrayRequest waiting(OperationId operation, DocumentContent document, Actor signer, Instant at) {
        return new TrayRequest(
                operation,
                document,
                signer,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it is neither signed nor refused. */
    public boolean isOpen() {
        return signed.isEmpty() && refusal.isEmpty();
    }

    TrayRequest sentAs(JobToken value) {
        return new TrayRequest(
                operation, document, signer, askedAt, Optional.of(value), signed, refusal, endedAt, stampedAt);
    }

    TrayRequest signedAs(DocumentContent content, Instant at, Optional<Instant> stamp) {
        return new TrayRequest(
                operation, document, signer, askedAt, token, Optional.of(content), refusal, Optional.of(at), stamp);
    }

    TrayRequest refused(String reason, Instant at) {
        return new TrayRequest(
                operation, document, signer, askedAt, token, signed, Optional.of(reason), Optional.of(at), stampedAt);
    }

    /** Says nothing of who signs. */
    @Override
    public String toString() {
        return "TrayRequest[" + operation + ", " + (isOpen() ? "open" : "ended") + "]";
    }
}
