package cat.eset.registry.internal.sir;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.registry.sir.Dispatch;
import cat.eset.registry.sir.ExchangeId;
import cat.eset.registry.sir.Reconciliation;
import cat.eset.registry.sir.SendResult;
import cat.eset.transport.pci.Attachment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends exactly once. {@code idEnviament} and {@code IdPeticion} are the operation and nothing else; whatever leaves the outcome open,
 * {@code 502} too, is told as unknown.
 */
public final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final SirCalls calls;
    private final Reconciling reconciling;
    private final Clock clock;

    /** Sending over these calls. */
    public Sending(SirCalls calls, Reconciling reconciling, Clock clock) {
        this.calls = calls;
        this.reconciling = reconciling;
        this.clock = clock;
    }

    /**
     * One attempt.
     *
     * @param operation identity of the sending: {@code idEnviament}
     * @param requestId identity of the request: {@code IdPeticion}; the same, unless the caller says so
     */
    public SendResult attempt(OperationId operation, OperationId requestId, Dispatch dispatch, Person by) {
        Instant now = clock.instant();
        reconciling.attempted(operation, now);
        List<Attachment> files = dispatch.files().stream()
                .map(f -> new Attachment(f.id(), f.name(), f.content()))
                .toList();
        SirCalls.Attempt<SirWire.Receipt> attempt = calls.perform(
                requestId,
                operation,
                SirWire.SEND,
                new SirWire.Shipment(operation.value(), dispatch.message()),
                by,
                files);
        if (attempt.done().isPresent()) {
            SirWire.Receipt receipt = attempt.done().get();
            LOG.info("SIR has operation {} as {}", operation, receipt.exchange());
            return new SendResult.Sent(operation, receipt.exchange(), receipt.entry());
        }
        Failure failure = attempt.doubt().orElseThrow();
        LOG.warn("outcome of operation {} is unknown: {}", operation, failure.what());
        return attempt.duplicate()
                ? afterDuplicate(operation, now, failure)
                : new SendResult.Unknown(operation, now, failure);
    }

    private SendResult afterDuplicate(OperationId operation, Instant attemptedAt, Failure failure) {
        try {
            if (reconciling.ask(operation, attemptedAt) instanceof Reconciliation.Found found) {
                return sent(found);
            }
        } catch (EsetException broken) {
            // Asking can be repeated; what matters is that the sending is not told as failed.
            LOG.info(
                    "asking about operation {} failed: {}",
                    operation,
                    broken.failure().what());
        }
        return new SendResult.Unknown(operation, attemptedAt, failure);
    }

    private static SendResult sent(Reconciliation.Found found) {
        return new SendResult.Sent(
                found.operation(), found.last().exchange(), found.last().originEntry());
    }

    /** One step towards the end of a sending of unknown outcome: ask, and send again only when there is nothing. */
    public SendResult resume(OperationId operation, Dispatch dispatch, Person by, Instant lastAttempt) {
        return reconciling
                .ask(operation, lastAttempt)
                .fold(
                        Sending::sent,
                        several -> new SendResult.Unknown(
                                operation, lastAttempt, severalFailure(operation, several.exchanges())),
                        absent -> attempt(operation, operation, dispatch, by),
                        stillUnknown -> new SendResult.Unknown(operation, lastAttempt, stillUnknown.failure()));
    }

    /** What to say when SIR has a sending more than once. */
    public static Failure severalFailure(OperationId operation, List<ExchangeId> exchanges) {
        return Failure.of(Failure.Fault.REMOTE, "SIR has this sending more than once: " + exchanges)
                .service(SirCalls.SERVICE)
                .operation(operation)
                .effect(Failure.Effect.UNKNOWN)
                .remedy("A person has to settle with the destination which ones to reject")
                .build();
    }
}
