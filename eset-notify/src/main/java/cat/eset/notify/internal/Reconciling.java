package cat.eset.notify.internal;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.notify.ReconcilePolicy;
import cat.eset.notify.Reconciliation;
import cat.eset.notify.record.Period;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchBuilder;
import cat.eset.notify.record.SearchHit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks by {@code Cerca} what became of a send (contract enotum 13). */
public final class Reconciling {

    private final Searching searching;
    private final ReconcilePolicy policy;
    private final RecentAttempts attempts;
    private final Clock clock;

    /** Asking with this policy. */
    public Reconciling(Searching searching, ReconcilePolicy policy, RecentAttempts attempts, Clock clock) {
        this.attempts = attempts;
        this.searching = searching;
        this.policy = policy;
        this.clock = clock;
    }

    /** What e-NOTUM has for this operation, whose last attempt began at that instant. */
    public Reconciliation ask(OperationId operation, Instant lastAttempt) {
        Instant now = clock.instant();
        List<SearchHit> hits = exactHits(operation, lastAttempt, now);
        if (hits.size() == 1) {
            return new Reconciliation.Found(operation, hits.get(0));
        }
        if (hits.size() > 1) {
            return new Reconciliation.Several(operation, hits);
        }
        Duration sinceAttempt = Duration.between(attempts.latest(operation, lastAttempt), now);
        if (sinceAttempt.compareTo(policy.grace()) < 0) {
            return new Reconciliation.StillUnknown(operation, tooEarly(operation, sinceAttempt));
        }
        return new Reconciliation.Absent(operation);
    }

    /** The search is by prefix and ignores case: only what is exactly equal counts. */
    private List<SearchHit> exactHits(OperationId operation, Instant lastAttempt, Instant now) {
        List<SearchHit> exact = new ArrayList<>();
        searching.forEach(search(operation, lastAttempt, now), hit -> {
            if (hit.reference().equals(operation.value())) {
                exact.add(hit);
            }
        });
        return exact;
    }

    private Search search(OperationId operation, Instant lastAttempt, Instant now) {
        SearchBuilder search = Search.builder().referencePrefix(operation.value());
        Instant from = earlier(operation.instant(), lastAttempt).minus(policy.clockSkew());
        Instant to = now.plus(policy.clockSkew());
        // The reference alone identifies; the period only spares the service work. Clocks that disagree must not hide
        // it.
        boolean clocksAgree = !operation.instant().isAfter(to);
        return (clocksAgree ? search.created(new Period(from, to)) : search).build();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private Failure tooEarly(OperationId operation, Duration sinceAttempt) {
        return Failure.of(Failure.Fault.REMOTE, "e-NOTUM shows no record of this send yet")
                .service(NtCalls.SERVICE)
                .operation(operation)
                .effect(Failure.Effect.UNKNOWN)
                .retryAfter(policy.grace().minus(sinceAttempt))
                .remedy("Ask again when the period of grace is over")
                .build();
    }
}
