package cat.eset.registry.internal.sir;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.registry.sir.ExchangeEvent;
import cat.eset.registry.sir.ExchangeId;
import cat.eset.registry.sir.ExchangeLog;
import cat.eset.registry.sir.Reconciliation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out what became of a sending, by the only list that SIR has: that of synchronising (contract sir, trap 7). */
public final class Reconciling {

    private final SirCalls calls;
    private final ExchangeLog log;
    private final Duration grace;
    private final Clock clock;

    /** Whoever asks without knowing the last attempt must not be told too early that there is nothing. */
    private final Map<OperationId, Instant> attempts = new ConcurrentHashMap<>();

    /** What was told and could not be kept, because the log did not work. */
    private final List<ExchangeEvent> unkept = new ArrayList<>();

    /** Asking with this period of grace. */
    public Reconciling(SirCalls calls, ExchangeLog log, Duration grace, Clock clock) {
        this.calls = calls;
        this.log = log;
        this.grace = grace;
        this.clock = clock;
    }

    void attempted(OperationId operation, Instant now) {
        attempts.values().removeIf(at -> at.plus(grace).isBefore(now));
        attempts.put(operation, now);
    }

    /**
     * Everything that SIR tells, kept before it is handed out: it may never be told again. What could not be kept is kept before SIR is asked
     * the next time.
     */
    public synchronized List<ExchangeEvent> synchronise() {
        keep();
        List<ExchangeEvent> events = calls.ask(SirWire.SYNCHRONISE, "");
        unkept.addAll(events);
        keep();
        return events;
    }

    private void keep() {
        log.keep(unkept, clock.instant());
        unkept.clear();
    }

    /** What SIR has for this operation, whose last attempt began at that instant. */
    public Reconciliation ask(OperationId operation, Instant lastAttempt) {
        synchronise();
        List<ExchangeEvent> events = log.ofSending(operation.value());
        List<ExchangeId> exchanges =
                events.stream().map(ExchangeEvent::exchange).distinct().toList();
        if (exchanges.size() > 1) {
            return new Reconciliation.Several(operation, exchanges);
        }
        if (exchanges.size() == 1) {
            return new Reconciliation.Found(operation, events.get(events.size() - 1));
        }
        Instant last = attempts.getOrDefault(operation, lastAttempt);
        Duration since = Duration.between(last.isAfter(lastAttempt) ? last : lastAttempt, clock.instant());
        if (since.compareTo(grace) < 0) {
            return new Reconciliation.StillUnknown(
                    operation,
                    Failure.of(Failure.Fault.REMOTE, "SIR has not told anything about this sending yet")
                            .service(SirCalls.SERVICE)
                            .operation(operation)
                            .effect(Failure.Effect.UNKNOWN)
                            .retryAfter(grace.minus(since))
                            .remedy("Ask again when the period of grace is over")
                            .build());
        }
        return new Reconciliation.Absent(operation);
    }
}
