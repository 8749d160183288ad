package cat.eset.notify.internal;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.Reconciliation;
import cat.eset.notify.SendResult;
import cat.eset.notify.error.ENotumError;
import cat.eset.notify.internal.wire.NtAnswer;
import cat.eset.notify.internal.wire.NtRequest;
import cat.eset.notify.internal.wire.SendCodec;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.record.NotificationId;
import cat.eset.transport.pci.PciAccessDeniedException;
import cat.eset.transport.pci.PciAuthenticationException;
import cat.eset.transport.pci.PciDuplicateRequestException;
import cat.eset.transport.pci.PciException;
import cat.eset.transport.pci.PciFaultException;
import cat.eset.transport.pci.PciRequest;
import cat.eset.transport.pci.PciStateException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends exactly once. {@code IdPeticion} and {@code Referencia} are the operation and nothing else; whatever leaves the
 * outcome open is told as unknown, and a repeated identity ("ja enregistrada") is settled by asking.
 */
public final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final SendCodec CODEC = new SendCodec();
    private static final int MAX_CASE_NUMBER = 26;

    private final NtCalls calls;
    private final Reconciling reconciling;
    private final Placement placement;
    private final RecentAttempts attempts;
    private final Clock clock;

    /** Sending with these limits. */
    public Sending(NtCalls calls, Reconciling reconciling, Placement placement, RecentAttempts attempts, Clock clock) {
        this.calls = calls;
        this.reconciling = reconciling;
        this.placement = placement;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * One attempt.
     *
     * @param operation identity of the send: {@code Referencia}
     * @param requestId identity of the request: {@code IdPeticion}; the same, unless the caller says so
     */
    public SendResult attempt(OperationId operation, OperationId requestId, Notice notice) {
        Instant now = clock.instant();
        placement.check(notice, now);
        Placement.Placed placed = placement.place(notice);
        SendCodec.Shipment shipment = new SendCodec.Shipment(operation.value(), notice, placed.documents());
        attempts.note(operation, now);
        try {
            Optional<NtAnswer<List<NotificationId>>> answer =
                    calls.perform(requestId, CODEC, shipment, request -> complete(request, notice, placed));
            return answer.map(a -> read(operation, now, a))
                    .orElseGet(() -> unknown(operation, now, "e-NOTUM took the send and did not answer yet", null));
        } catch (PciDuplicateRequestException e) {
            return afterDuplicate(operation, now, e);
        } catch (PciAuthenticationException | PciAccessDeniedException e) {
            throw e;
        } catch (PciStateException | PciFaultException e) {
            // A failure of the PCI says nothing about what e-NOTUM did before (contract enotum 14).
            return unknown(operation, now, e.failure().what(), e);
        } catch (PciException e) {
            if (e.failure().effect() == Failure.Effect.NONE) {
                throw e;
            }
            return unknown(operation, now, e.failure().what(), e);
        }
    }

    private static PciRequest.Builder<NtRequest<SendCodec.Shipment>, NtAnswer<List<NotificationId>>> complete(
            PciRequest.Builder<NtRequest<SendCodec.Shipment>, NtAnswer<List<NotificationId>>> request,
            Notice notice,
            Placement.Placed placed) {
        placed.attachments().forEach(request::attach);
        notice.expedient().filter(e -> e.length() <= MAX_CASE_NUMBER).ifPresent(request::caseNumber);
        return request;
    }

    private SendResult read(OperationId operation, Instant attemptedAt, NtAnswer<List<NotificationId>> answer) {
        List<NotificationId> ids = answer.body().orElse(List.of());
        if (ids.size() == 1) {
            LOG.info("e-NOTUM has operation {} as {}", operation, ids.get(0));
            return new SendResult.Queued(operation, ids.get(0));
        }
        if (ids.isEmpty() && !answer.errors().isEmpty()) {
            List<ENotumError> errors = Refusals.worstFirst(answer.errors());
            Failure failure = Refusals.failure("the send was refused", answer.errors(), operation);
            if (Refusals.leavesUnknown(errors)) {
                return unknown(operation, attemptedAt, failure.what(), null);
            }
            LOG.info(
                    "e-NOTUM refused operation {}: {}",
                    operation,
                    failure.remoteCode().orElse("no code"));
            return new SendResult.Refused(operation, errors, failure);
        }
        String what = ids.isEmpty()
                ? "e-NOTUM answered the send with neither errors nor numbers"
                : "e-NOTUM answered the send of one record with " + ids.size() + " numbers";
        return unknown(operation, attemptedAt, what, null);
    }

    private SendResult afterDuplicate(OperationId operation, Instant attemptedAt, PciDuplicateRequestException e) {
        LOG.info("operation {} was taken before; asking e-NOTUM what became of it", operation);
        String what = "a request with this identity was taken before and its result is not known";
        try {
            Reconciliation now = reconciling.ask(operation, attemptedAt);
            if (now instanceof Reconciliation.Found found) {
                return new SendResult.Queued(operation, found.hit().id());
            }
        } catch (EsetException broken) {
            // Asking can be repeated; what matters is that the send is not told as failed.
            LOG.info(
                    "asking about operation {} failed: {}",
                    operation,
                    broken.failure().what());
        }
        return unknown(operation, attemptedAt, what, e);
    }

    private static SendResult.Unknown unknown(
            OperationId operation, Instant attemptedAt, String what, @Nullable PciException cause) {
        LOG.warn("outcome of operation {} is unknown: {}", operation, what);
        Failure.Builder failure = Failure.of(
                        cause == null ? Failure.Fault.REMOTE : cause.failure().fault(), what)
                .service(NtCalls.SERVICE)
                .operation(operation)
                .effect(Failure.Effect.UNKNOWN)
                .retry(Failure.Retry.SAME_OPERATION)
                .remedy("Do not send it as something new: ask with reconcile(" + operation + ")");
        if (cause != null) {
            failure.remote(
                            cause.failure().remoteCode().orElse(null),
                            cause.failure().remoteText().orElse(null))
                    .cause(cause);
        }
        return new SendResult.Unknown(operation, attemptedAt, failure.build());
    }

    /** One step towards the end of a send of unknown outcome: ask, and send again only when there is nothing. */
    public SendResult resume(OperationId operation, Notice notice, Instant lastAttempt) {
        Reconciliation now = reconciling.ask(operation, lastAttempt);
        return now.fold(
                found -> new SendResult.Queued(operation, found.hit().id()),
                several -> new SendResult.Unknown(operation, lastAttempt, several.failure()),
                absent -> attempt(operation, operation, notice),
                stillUnknown -> new SendResult.Unknown(operation, lastAttempt, stillUnknown.failure()));
    }
}
