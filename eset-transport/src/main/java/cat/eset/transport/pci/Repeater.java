package cat.eset.transport.pci;

import cat.eset.core.Failure.Effect;
import cat.eset.core.Failure.Fault;
import cat.eset.core.OperationId;
import cat.eset.transport.http.RequestSent;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends again what the policy allows and nothing else. When attempts run out, the last error is thrown and the earlier ones
 * hang on it as suppressed; but an error that left the outcome unknown is never hidden by a later one that says that
 * nothing happened. An interrupt ends the waiting. Thread-safe.
 */
final class Repeater {

    private final RetryPolicy policy;
    private final Clock clock;
    private final RandomGenerator random;

    Repeater(RetryPolicy policy, Clock clock, RandomGenerator random) {
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    /** Something that is sent; a throttle may hold it back for so long at most. */
    interface Attempt<T, R> {
        R make(T what, Duration patience);
    }

    /** A synchronous request: a question goes again with a new identity, an effect with the same one. */
    <Q, S, R> R ask(PciBatch<Q, S> first, Attempt<PciBatch<Q, S>, R> attempt) {
        Attempts attempts = new Attempts(first.hasEffect());
        PciBatch<Q, S> batch = first;
        while (true) {
            try {
                return attempt.make(batch, attempts.patience());
            } catch (PciException e) {
                attempts.pauseOrThrow(e, isOutage(e) || isWithoutReason(e, first.hasEffect()));
                if (wasSent(e) && !first.hasEffect()) {
                    batch = batch.withOperation(OperationId.next(clock, random));
                }
            }
        }
    }

    /** A batch that is left: always with the same identity, and "taken before" after an unknown outcome means taken. */
    PciReply submit(PciCall call, Attempt<PciCall, PciReply> attempt) {
        Attempts attempts = new Attempts(call.effect());
        while (true) {
            try {
                PciReply reply = attempt.make(call, attempts.patience());
                if (ReplyReader.isDuplicate(reply.state()) && !attempts.mayHaveArrived) {
                    throw ReplyReader.stateError(reply, call);
                }
                return reply;
            } catch (PciException e) {
                attempts.pauseOrThrow(e, isOutage(e));
            }
        }
    }

    /** Collecting may be repeated freely. */
    <R> R poll(PciCall call, Attempt<PciCall, R> attempt) {
        Attempts attempts = new Attempts(call.effect());
        while (true) {
            try {
                return attempt.make(call, attempts.patience());
            } catch (PciException e) {
                attempts.pauseOrThrow(e, isOutage(e));
            }
        }
    }

    private static boolean wasSent(PciException e) {
        return !(e instanceof PciTransportException t) || t.requestSent() == RequestSent.UNKNOWN;
    }

    /** An outage passes; anything else would only happen again. */
    private static boolean isOutage(PciException e) {
        Fault fault = e.failure().fault();
        return e instanceof PciTransportException && fault != Fault.CONFIGURATION && fault != Fault.CALLER;
    }

    /** The one error state that gives no reason. */
    private static boolean isWithoutReason(PciException e, boolean effect) {
        return !effect
                && e instanceof PciStateException s
                && !(e instanceof PciDuplicateRequestException)
                && s.state().text().orElse("").startsWith("Error realitzant la operaci");
    }

    /** The attempts of one call. */
    private final class Attempts {
        private final long started = System.nanoTime();
        private final boolean effect;
        private int made;
        private boolean mayHaveArrived;
        private @Nullable PciException earlier;

        Attempts(boolean effect) {
            this.effect = effect;
        }

        /** Until when the next attempt must have begun; the first may wait as long as its throttle lets it. */
        Duration patience() {
            return made == 0 ? Throttle.MOST_PATIENCE : policy.deadline().minus(elapsed());
        }

        void pauseOrThrow(PciException e, boolean worth) {
            PciException told = told(e);
            earlier = told;
            made++;
            mayHaveArrived |= wasSent(e);
            int most =
                    !wasSent(e) ? policy.connectAttempts() : effect ? policy.effectAttempts() : policy.queryAttempts();
            Duration pause = pause(e);
            boolean late = elapsed().plus(pause).compareTo(policy.deadline()) > 0;
            if (!worth || made >= most || late || Thread.currentThread().isInterrupted()) {
                throw told;
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw told;
            }
        }

        /** The later of two errors, unless it only says that nothing happened the second time. */
        private PciException told(PciException e) {
            PciException before = earlier;
            if (before == null) {
                return e;
            }
            boolean unknown =
                    before.failure().effect() == Effect.UNKNOWN && e.failure().effect() == Effect.NONE;
            if (unknown || e instanceof PciThrottledException) {
                before.addSuppressed(e);
                return before;
            }
            e.addSuppressed(before);
            return e;
        }

        private Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - started);
        }

        private Duration pause(PciException e) {
            long full = policy.firstPause().toMillis() << Math.min(made - 1, 20);
            long capped = Math.min(full, policy.longestPause().toMillis());
            long jittered = capped <= 1 ? capped : capped - random.nextLong(capped / 2 + 1);
            Duration asked = e.failure().retryAfter().orElse(Duration.ZERO);
            Duration own = Duration.ofMillis(jittered);
            return asked.compareTo(own) > 0 ? asked : own;
        }
    }
}
