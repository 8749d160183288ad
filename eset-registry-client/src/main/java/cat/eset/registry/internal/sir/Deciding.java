package cat.eset.registry.internal.sir;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.registry.sir.Decision;
import cat.eset.registry.sir.DecisionResult;
import cat.eset.registry.sir.ExchangeId;
import cat.eset.registry.sir.ExchangeRecord;
import cat.eset.registry.sir.ExchangeState;
import cat.eset.registry.sir.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Confirms, rejects and forwards what was received. What became of a doubtful decision is read in the state of the exchange. */
public final class Deciding {

    private static final Set<ExchangeState> OPEN = Set.of(ExchangeState.SENT, ExchangeState.AWAITING_CONFIRMATION);

    private final SirCalls calls;

    /** Deciding over these calls. */
    public Deciding(SirCalls calls) {
        this.calls = calls;
    }

    /** Decides once. */
    public DecisionResult decide(
            OperationId operation,
            Decision decision,
            SirCodec<SirWire.Order, SirWire.Verdict> codec,
            SirWire.Order order,
            Person by) {
        SirCalls.Attempt<SirWire.Verdict> attempt = calls.perform(operation, operation, codec, order, by, List.of());
        if (attempt.done().isPresent()) {
            return new DecisionResult.Done(
                    order.exchange(), attempt.done().get().entry());
        }
        DecisionResult.Unknown unknown = new DecisionResult.Unknown(
                operation, order.exchange(), decision, attempt.doubt().orElseThrow());
        return attempt.duplicate() ? settleIfPossible(unknown) : unknown;
    }

    private DecisionResult settleIfPossible(DecisionResult.Unknown unknown) {
        try {
            return settle(unknown);
        } catch (EsetException broken) {
            // Asking can be repeated; what matters is that the decision is not told as failed.
            return unknown;
        }
    }

    /** What became of it, by the state of the exchange. */
    public DecisionResult settle(DecisionResult.Unknown unknown) {
        return settled(unknown, consult(unknown.exchange(), Optional.of(Side.RECEIVED)));
    }

    static DecisionResult settled(DecisionResult.Unknown unknown, ExchangeRecord exchange) {
        ExchangeState state = exchange.state();
        if (state.equals(unknown.decision().state())) {
            return new DecisionResult.Done(unknown.exchange(), exchange.destinationEntry());
        }
        if (OPEN.contains(state)) {
            return new DecisionResult.NotDone(unknown.exchange(), state);
        }
        if (state.isKnown()) {
            return new DecisionResult.Overtaken(unknown.exchange(), state);
        }
        return new DecisionResult.Unknown(
                unknown.operation(),
                unknown.exchange(),
                unknown.decision(),
                Failure.of(Failure.Fault.REMOTE, "The exchange is in a state that is not published: " + state)
                        .service(SirCalls.SERVICE)
                        .operation(unknown.operation())
                        .effect(Failure.Effect.UNKNOWN)
                        .remedy("Ask the support of the consortium what this state means")
                        .build());
    }

    /** What SIR has about an exchange. */
    public ExchangeRecord consult(ExchangeId exchange, Optional<Side> side) {
        return calls.ask(SirWire.CONSULT, new SirWire.Question(exchange, side));
    }
}
