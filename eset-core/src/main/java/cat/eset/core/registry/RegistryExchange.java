package cat.eset.core.registry;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.internal.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An exit on its way to the registry of another administration (Llei 39/2015 art. 16.4; contract eset-model 8). Immutable. Its
 * identity is the {@link OperationId} of its sending, stored before anything is sent.
 *
 * @param townHall the entity that sends
 * @param prepared what is sent where
 * @param state where it is
 * @param remoteId its identity at the service, once it has it
 * @param status what the service said last
 * @param version how many events made it
 */
public record RegistryExchange(
        TownHall townHall,
        ExchangeEvent.ExchangePrepared prepared,
        State state,
        Optional<String> remoteId,
        Optional<ExchangeStatus> status,
        long version)
        implements Aggregate {

    /** Where an exchange is. */
    public enum State {
        /** Prepared and not sent, or certainly not arrived. */
        CREATED,
        /** Sent; it is not known whether it arrived. Never send again: reconcile. */
        UNKNOWN,
        /** Refused by the service. */
        REFUSED,
        /** The service has it and the other registry has not decided. */
        SENT,
        /** The other registry has made its entry. */
        ACCEPTED,
        /** The other registry sent it back: somebody has to act. */
        REJECTED,
        /** It failed on the way: somebody has to act. */
        FAILED
    }

    /** Checks the values. */
    public RegistryExchange {
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(prepared, "prepared");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(remoteId, "remoteId");
        Objects.requireNonNull(status, "status");
    }

    /** Prepares an exchange. Store it before sending. */
    public static Change<RegistryExchange, ExchangeEvent> prepare(
            ExchangeEvent.ExchangePrepared prepared, Actor by, Instant at) {
        Recorded<ExchangeEvent> event = new Recorded<>(prepared, by, at);
        return Change.of(first(event), event);
    }

    /**
     * The exchange that a trail of events tells.
     *
     * @param events oldest first; the first one is an {@link ExchangeEvent.ExchangePrepared}
     */
    public static RegistryExchange replay(List<Recorded<ExchangeEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("RegistryExchange", "a trail has at least one event");
        }
        RegistryExchange exchange = first(events.get(0));
        for (Recorded<ExchangeEvent> event : events.subList(1, events.size())) {
            exchange = exchange.after(event.event());
        }
        return exchange;
    }

    private static RegistryExchange first(Recorded<ExchangeEvent> first) {
        if (!(first.event() instanceof ExchangeEvent.ExchangePrepared e)) {
            throw InvalidValueException.of("RegistryExchange", "its trail begins with its preparation");
        }
        return new RegistryExchange(first.by().townHall(), e, State.CREATED, Optional.empty(), Optional.empty(), 1);
    }

    /** The sending begins. Store it before calling the service: whatever breaks afterwards, the next thing is to reconcile. */
    public Change<RegistryExchange, ExchangeEvent> startSending(Actor by, Instant at) {
        return in(State.CREATED, new ExchangeEvent.ExchangeStarted(), by, at);
    }

    /** Keeps what became of the sending. */
    public Change<RegistryExchange, ExchangeEvent> sent(ExchangeOutcome outcome, Actor by, Instant at) {
        return in(
                State.UNKNOWN,
                outcome.fold(
                        gone -> new ExchangeEvent.ExchangeSent(gone.remoteId(), gone.losses()),
                        refused -> new ExchangeEvent.ExchangeRefused(
                                refused.failure().toString()),
                        unknown -> new ExchangeEvent.ExchangeUnknown(
                                unknown.failure().toString())),
                by,
                at);
    }

    /** Keeps what asking about an unknown sending found; no event if nothing is known yet. */
    public Change<RegistryExchange, ExchangeEvent> reconciled(ExchangeReconciliation found, Actor by, Instant at) {
        return found.fold(
                here -> in(State.UNKNOWN, new ExchangeEvent.ExchangeSent(here.remoteId(), List.of()), by, at),
                absent -> in(State.UNKNOWN, new ExchangeEvent.ExchangeFoundAbsent(), by, at),
                still -> new Change<>(this, List.of()));
    }

    /** Keeps where the service says it is; no event if it says nothing new. */
    public Change<RegistryExchange, ExchangeEvent> followed(ExchangeStatus now, Actor by, Instant at) {
        Rules.EXCHANGE_STATE.require(remoteId.isPresent(), "following exchange " + operation());
        if (status.equals(Optional.of(now))) {
            return new Change<>(this, List.of());
        }
        Rules.EXCHANGE_STATE.require(
                status.filter(ExchangeStatus::isFinal).isEmpty(),
                "following exchange " + operation() + " from " + state + " to " + now.stage());
        return record(new ExchangeEvent.ExchangeFollowed(now), by, at);
    }

    private Change<RegistryExchange, ExchangeEvent> in(State needed, ExchangeEvent event, Actor by, Instant at) {
        Rules.EXCHANGE_STATE.require(state == needed, event.type() + " for exchange " + operation() + " in " + state);
        return record(event, by, at);
    }

    private Change<RegistryExchange, ExchangeEvent> record(ExchangeEvent event, Actor by, Instant at) {
        return Change.of(after(event), new Recorded<>(event, by, at));
    }

    private RegistryExchange after(ExchangeEvent event) {
        if (event instanceof ExchangeEvent.ExchangeStarted || event instanceof ExchangeEvent.ExchangeUnknown) {
            return next(State.UNKNOWN, remoteId, status);
        } else if (event instanceof ExchangeEvent.ExchangeSent e) {
            return next(State.SENT, Optional.of(e.remoteId()), status);
        } else if (event instanceof ExchangeEvent.ExchangeRefused) {
            return next(State.REFUSED, remoteId, status);
        } else if (event instanceof ExchangeEvent.ExchangeFoundAbsent) {
            return next(State.CREATED, remoteId, status);
        } else if (event instanceof ExchangeEvent.ExchangeFollowed e) {
            return next(of(e.status().stage()), remoteId, Optional.of(e.status()));
        }
        throw InvalidValueException.of("RegistryExchange", "an exchange is prepared once");
    }

    private State of(ExchangeStatus.Stage stage) {
        return switch (stage) {
            case UNDER_WAY -> State.SENT;
            case ACCEPTED -> State.ACCEPTED;
            case REJECTED -> State.REJECTED;
            case FAILED -> State.FAILED;
            case OTHER -> state;
        };
    }

    private RegistryExchange next(State to, Optional<String> id, Optional<ExchangeStatus> said) {
        return new RegistryExchange(townHall, prepared, to, id, said, version + 1);
    }

    /** Identity of its sending. */
    public OperationId operation() {
        return prepared.operation();
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("RegistryExchange", operation().value());
    }

    /** Does not print what the other side said. */
    @Override
    public String toString() {
        return "RegistryExchange[" + operation() + ", " + state
                + remoteId.map(id -> ", " + id).orElse("") + "]";
    }
}
