package cat.eset.transport.pci;

import cat.eset.core.EsetException;
import cat.eset.core.Failure.Fault;
import cat.eset.core.OperationId;
import cat.eset.transport.http.RequestSent;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends again what the policy allows and nothing else. When attempts run out, the last error is thrown and the earlier ones
 * hang on it as suppressed. An interrupt ends the waiting. Thread-safe.
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

    /** A synchronous request: a question goes again with a new identity, an effect with the same one. */
    <Q, S, R> R ask(PciBatch<Q, S> first, Function<PciBatch<Q, S>, R> attempt) {
        Attempts attempts = new Attempts();
        PciBatch<Q, S> batch = first;
        while (true) {
            try {
                return attempt.apply(batch);
            } catch (PciException e) {
                boolean sent = wasSent(e);
                int most = !sent
                        ? policy.connectAttempts()
                        : first.hasEffect() ? policy.effectAttempts() : policy.queryAttempts();
                attempts.pauseOrThrow(e, most, isWorthRepeating(e, first.hasEffect()));
                if (sent && !first.hasEffect()) {
                    batch = batch.withOperation(OperationId.next(clock, random));
                }
            }
        }
    }

    /** A batch that is left: always with the same identity, and "taken before" after an unknown outcome means taken. */
    PciReply submit(PciCall call, Supplier<PciReply> attempt) {
        Attempts attempts = new Attempts();
        while (true) {
            try {
                PciReply reply = attempt.get();
                if (ReplyReader.isDuplicate(reply.state()) && attempts.made == 0) {
                    throw ReplyReader.stateError(reply, call);
                }
                return reply;
            } catch (PciTransportException e) {
                int most = !wasSent(e)
                        ? policy.connectAttempts()
                        : call.effect() ? policy.effectAttempts() : policy.queryAttempts();
                attempts.pauseOrThrow(e, most, true);
            }
        }
    }

    /** Collecting may be repeated freely. */
    <R> R poll(PciCall call, Supplier<R> attempt) {
        Attempts attempts = new Attempts();
        while (true) {
            try {
                return attempt.get();
            } catch (PciTransportException e) {
                attempts.pauseOrThrow(
                        e, wasSent(e) ? policy.queryAttempts() : policy.connectAttempts(), !call.effect());
            }
        }
    }

    private static boolean wasSent(PciException e) {
        return !(e instanceof PciTransportException t) || t.requestSent() == RequestSent.UNKNOWN;
    }

    /** Outages, and the one state without a reason; anything else would only happen again. */
    private static boolean isWorthRepeating(PciException e, boolean effect) {
        if (e instanceof PciTransportException t) {
            return t.failure().fault() != Fault.CONFIGURATION && t.failure().fault() != Fault.CALLER;
        }
        return !effect
                && e instanceof PciStateException s
                && !(e instanceof PciDuplicateRequestException)
                && s.state().text().orElse("").startsWith("Error realitzant la operaci");
    }

    /** The attempts of one call. */
    private final class Attempts {
        private final long started = System.nanoTime();
        private int made;
        private @Nullable EsetException earlier;

        void pauseOrThrow(PciException e, int most, boolean worth) {
            if (earlier != null) {
                e.addSuppressed(earlier);
            }
            earlier = e;
            made++;
            Duration pause = pause(e);
            long elapsed = System.nanoTime() - started;
            boolean late = elapsed + pause.toNanos() > policy.deadline().toNanos();
            if (!worth || made >= most || late || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw e;
            }
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
