package cat.eset.notify.internal;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.ActionResult;
import cat.eset.notify.error.ENotumError;
import cat.eset.notify.error.RetryAdvice;
import cat.eset.notify.internal.wire.NtAnswer;
import cat.eset.notify.internal.wire.NtCodec;
import cat.eset.notify.record.NotificationId;
import cat.eset.transport.pci.PciAccessDeniedException;
import cat.eset.transport.pci.PciAuthenticationException;
import cat.eset.transport.pci.PciException;
import cat.eset.transport.pci.PciFaultException;
import cat.eset.transport.pci.PciStateException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Cancels and practises: guarded by the state of the notification, so a repetition answers that it is done. */
public final class Acting {

    private final NtCalls calls;

    /** Acting in the role of these calls. */
    public Acting(NtCalls calls) {
        this.calls = calls;
    }

    /** Does it once. */
    public <Q> ActionResult act(OperationId operation, NotificationId id, NtCodec<Q, NotificationId> codec, Q content) {
        try {
            return calls.perform(operation, codec, content, UnaryOperator.identity())
                    .map(answer -> read(operation, id, codec.operation(), answer))
                    .orElseGet(() -> unknown(operation, id, Failure.Fault.REMOTE, "it was taken and not answered yet"));
        } catch (PciAuthenticationException | PciAccessDeniedException e) {
            throw e;
        } catch (PciStateException | PciFaultException e) {
            return unknown(operation, id, e.failure().fault(), e.failure().what());
        } catch (PciException e) {
            if (e.failure().effect() == Failure.Effect.NONE) {
                throw e;
            }
            return unknown(operation, id, e.failure().fault(), e.failure().what());
        }
    }

    private static ActionResult read(
            OperationId operation, NotificationId id, String what, NtAnswer<NotificationId> answer) {
        if (answer.errors().isEmpty()) {
            return answer.body()
                    .<ActionResult>map(ActionResult.Done::new)
                    .orElseGet(() -> unknown(
                            operation, id, Failure.Fault.REMOTE, "it was answered with neither errors nor content"));
        }
        List<ENotumError> errors = Refusals.worstFirst(answer.errors());
        ENotumError worst = errors.get(0);
        if (Refusals.leavesUnknown(errors)) {
            return unknown(operation, id, worst.fault(), worst.meaning());
        }
        if (worst.retry() == RetryAdvice.READ_STATE && worst.code() != 3004) {
            return new ActionResult.AlreadyDone(id, worst);
        }
        return new ActionResult.Refused(
                id, errors, Refusals.failure(what + " was refused", answer.errors(), operation));
    }

    private static ActionResult unknown(OperationId operation, NotificationId id, Failure.Fault fault, String what) {
        return new ActionResult.Unknown(
                operation,
                Failure.of(fault, what)
                        .service(NtCalls.SERVICE)
                        .operation(operation)
                        .effect(Failure.Effect.UNKNOWN)
                        .retry(Failure.Retry.SAME_OPERATION)
                        .remedy("Read the state of notification " + id)
                        .build());
    }
}
