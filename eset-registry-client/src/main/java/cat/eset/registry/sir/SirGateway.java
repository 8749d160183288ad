package cat.eset.registry.sir;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.core.registry.ExchangeOutcome;
import cat.eset.core.registry.ExchangeReconciliation;
import cat.eset.core.registry.ExchangeStatus;
import cat.eset.core.registry.RegistryGateway;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.internal.sir.Sending;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sicres.ExchangeRefusedException;
import cat.eset.registry.sicres.Place;
import java.util.Map;
import java.util.Objects;

/**
 * The core's port for exits to other administrations on top of {@link SirClient}. Immutable and thread-safe.
 *
 * <p>An exit goes out with the number that the town hall gave it, so that nobody numbers it a second time; {@link #numberedByMux()} is
 * for town halls whose main registry is the consortium's.
 */
public final class SirGateway implements RegistryGateway {

    private static final Map<ExchangeState, ExchangeStatus.Stage> STAGES = Map.of(
            ExchangeState.SENT, ExchangeStatus.Stage.UNDER_WAY,
            ExchangeState.AWAITING_CONFIRMATION, ExchangeStatus.Stage.UNDER_WAY,
            ExchangeState.FORWARDED, ExchangeStatus.Stage.UNDER_WAY,
            ExchangeState.CONFIRMED, ExchangeStatus.Stage.ACCEPTED,
            ExchangeState.REJECTED, ExchangeStatus.Stage.REJECTED,
            ExchangeState.FAILED, ExchangeStatus.Stage.FAILED);

    private final SirClient sir;
    private final Place origin;
    private final boolean ownNumber;

    private SirGateway(SirClient sir, Place origin, boolean ownNumber) {
        this.sir = Objects.requireNonNull(sir, "sir");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.ownNumber = ownNumber;
    }

    /**
     * The port. The caller goes on owning the client.
     *
     * @param origin our registry office, and the unit of exits that name none; without it, the town hall itself
     */
    public static SirGateway of(SirClient sir, Place origin) {
        return new SirGateway(sir, origin, true);
    }

    /** The same port, where the consortium registers each exit through MUX instead of taking the number of the town hall. */
    public SirGateway numberedByMux() {
        return new SirGateway(sir, origin, false);
    }

    @Override
    public ExchangeOutcome send(OperationId operation, ExchangeOrder order) {
        Mapped<Dispatch> dispatch;
        try {
            dispatch = ownNumber ? Dispatch.ofExit(order, origin) : Dispatch.ofExitNumberedByMux(order, origin);
        } catch (ExchangeRefusedException e) {
            return new ExchangeOutcome.Refused(e.failure());
        }
        try {
            return sir.send(operation, dispatch.value(), order.by().person())
                    .fold(
                            sent -> new ExchangeOutcome.Sent(
                                    sent.exchange().value(),
                                    dispatch.losses().stream()
                                            .map(MappingLoss::toString)
                                            .toList()),
                            unknown -> new ExchangeOutcome.Unknown(operation, unknown.failure()));
        } catch (EsetException e) {
            // Certainly nothing was sent. Without line or permission that is no refusal: once it is reconciled as
            // absent, it is sent
            // again. What is wrong with the exit itself stays wrong.
            return e.failure().fault() == Failure.Fault.CALLER
                    ? new ExchangeOutcome.Refused(e.failure())
                    : new ExchangeOutcome.Unknown(operation, e.failure());
        }
    }

    @Override
    public ExchangeReconciliation reconcile(OperationId operation) {
        try {
            return sir.reconcile(operation)
                    .fold(
                            found -> new ExchangeReconciliation.Found(
                                    found.last().exchange().value()),
                            several -> new ExchangeReconciliation.StillUnknown(
                                    Sending.severalFailure(operation, several.exchanges())),
                            absent -> new ExchangeReconciliation.Absent(operation),
                            unknown -> new ExchangeReconciliation.StillUnknown(unknown.failure()));
        } catch (EsetException e) {
            return new ExchangeReconciliation.StillUnknown(
                    Failure.of(e.failure().fault(), e.failure().what())
                            .service("SIR")
                            .operation(operation)
                            .effect(Failure.Effect.UNKNOWN)
                            .retry(Failure.Retry.LATER)
                            .cause(e)
                            .build());
        }
    }

    @Override
    public ExchangeStatus status(String remoteId) {
        ExchangeRecord exchange = sir.consult(ExchangeId.of(remoteId), Side.SENT);
        return new ExchangeStatus(
                STAGES.getOrDefault(exchange.state(), ExchangeStatus.Stage.OTHER),
                exchange.state().code(),
                exchange.destinationEntry().map(EntryMark::number),
                exchange.reason());
    }
}
