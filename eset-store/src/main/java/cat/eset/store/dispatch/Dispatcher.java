package cat.eset.store.dispatch;

import cat.eset.core.ConfigurationException;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import cat.eset.core.work.Outbox;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages out of an {@link Outbox} and has them delivered. It borrows a message for a time, so that what a dying process had in hand
 * is taken by another one when the loan ends; any number of dispatchers, in any number of processes, share the work.
 *
 * <pre>{@code
 * Dispatcher dispatcher = Dispatcher.builder(store.outbox(), clock)
 *         .topic("notification", message -> send(OperationId.of(message.payload())))
 *         .build();
 * executor.execute(dispatcher);      // or dispatcher.deliverDue() from a scheduler of the vendor
 * ...
 * dispatcher.stop();                 // finishes the message in hand, then run() returns
 * }</pre>
 *
 * <p>It starts no thread. Messages are delivered one after the other in the thread that calls; for more at a time, run more dispatchers, or
 * this one in several threads. Thread-safe.
 */
public final class Dispatcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** A deliverer that asks for more, perhaps because a service sent nonsense, is asked again then. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private final Outbox outbox;
    private final Clock clock;
    private final Map<String, Deliverer> deliverers;
    private final Duration loan;
    private final Duration idle;
    private final Backoff backoff;
    private final int attempts;
    private final RandomGenerator random;
    private final Bell bell = new Bell();
    private volatile boolean stopped;

    private Dispatcher(Builder b) {
        this.outbox = b.outbox;
        this.clock = b.clock;
        this.deliverers = Map.copyOf(b.deliverers);
        this.loan = b.loan;
        this.idle = b.idle;
        this.backoff = b.backoff;
        this.attempts = b.attempts;
        this.random = b.random;
    }

    /** Starts a dispatcher. */
    public static Builder builder(Outbox outbox, Clock clock) {
        return new Builder(outbox, clock);
    }

    /**
     * Delivers what is due, one message at a time, until nothing is due, somebody stops it or the thread is interrupted.
     *
     * @return how many messages were in hand, delivered or not
     */
    public int deliverDue() {
        int handled = 0;
        while (goesOn()) {
            List<Outbox.Leased> lent = outbox.lease(deliverers.keySet(), clock.instant(), loan, 1);
            if (lent.isEmpty()) {
                return handled;
            }
            lent.forEach(this::handle);
            handled += lent.size();
        }
        return handled;
    }

    /** Delivers what is due again and again until {@link #stop} is called or the thread is interrupted. */
    @Override
    public void run() {
        while (goesOn()) {
            long heard = bell.rings();
            try {
                deliverDue();
            } catch (RuntimeException e) {
                // The database is away, for example: what was borrowed comes back when its loan ends.
                LOG.warn("The outbox could not be read or written, trying again in {}: {}", idle, told(e));
            }
            if (!stopped) {
                bell.await(heard, idle);
            }
        }
    }

    private boolean goesOn() {
        return !stopped && !Thread.currentThread().isInterrupted();
    }

    /** Tells {@link #run} that something was added, so that it need not wait for its next look. Best after the commit. */
    public void wake() {
        bell.ring();
    }

    /** The message in hand is finished, no other is begun, and {@link #run} returns. */
    public void stop() {
        stopped = true;
        bell.ring();
    }

    private void handle(Outbox.Leased leased) {
        if (leased.tries() > attempts) {
            // Perhaps it is what ended the process each time.
            park(
                    leased,
                    "given up: nobody lived to tell what became of the last of " + attempts + " tries",
                    clock.instant());
            return;
        }
        Delivery delivery;
        try {
            delivery = deliver(leased.message());
        } catch (Error e) {
            uninterrupted(() -> failed(leased, e));
            throw e;
        }
        uninterrupted(() -> tell(leased, delivery, clock.instant()));
    }

    /**
     * Who is interrupted begins no other message, but what became of this one is known: pools give an interrupted thread no connection, and H2
     * closes its file under it.
     */
    private static void uninterrupted(Runnable telling) {
        boolean interrupted = Thread.interrupted();
        try {
            telling.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tell(Outbox.Leased leased, Delivery delivery, Instant now) {
        delivery.fold(
                done -> {
                    outbox.delivered(leased, now);
                    return Boolean.TRUE;
                },
                later -> {
                    retry(leased, later, now);
                    return Boolean.TRUE;
                },
                hopeless -> {
                    park(leased, hopeless.reason(), now);
                    return Boolean.TRUE;
                });
    }

    private Delivery deliver(Outbox.Message message) {
        try {
            Deliverer deliverer = Objects.requireNonNull(deliverers.get(message.topic()));
            return Objects.requireNonNull(deliverer.deliver(message), "what became of it");
        } catch (EsetException e) {
            return e.failure().retry() == Failure.Retry.NEVER && e.failure().effect() == Failure.Effect.NONE
                    ? Delivery.hopeless(told(e))
                    : new Delivery.Later(told(e), e.failure().retryAfter());
        } catch (RuntimeException e) {
            // Nobody knows what it means. A bug that lasts ends among the dead letters; one that passes does no harm.
            LOG.warn("Message {} of {} failed: {}", message.id(), message.topic(), told(e));
            LOG.debug("Message {} failed; this may hold personal data", message.id(), e);
            return Delivery.later(told(e));
        }
    }

    /** An error is for whoever runs the thread, but a message that brings it about each time must not come back for ever. */
    private void failed(Outbox.Leased leased, Error error) {
        try {
            retry(leased, new Delivery.Later(error.getClass().getName(), Optional.empty()), clock.instant());
        } catch (RuntimeException e) {
            error.addSuppressed(e);
        }
    }

    private void retry(Outbox.Leased leased, Delivery.Later later, Instant now) {
        if (leased.tries() >= attempts) {
            park(leased, "given up after " + leased.tries() + " tries: " + later.reason(), now);
            return;
        }
        Duration wait = later.after().map(Dispatcher::sane).orElseGet(() -> backoff.after(leased.tries(), random));
        LOG.info("Message {} waits {}: {}", leased.message().id(), wait, later.reason());
        outbox.retry(leased, later.reason(), now.plus(wait));
    }

    private static Duration sane(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private void park(Outbox.Leased leased, String reason, Instant now) {
        LOG.warn(
                "Message {} of {} is put aside: {}",
                leased.message().id(),
                leased.message().topic(),
                reason);
        outbox.park(leased, reason, now);
    }

    /** What an error of ours says is safe to print; of others only the name is. */
    private static String told(RuntimeException e) {
        return e instanceof EsetException ours
                ? ours.failure().toString()
                : e.getClass().getName();
    }

    /** Builds a {@link Dispatcher}; not thread-safe. */
    public static final class Builder {
        private final Outbox outbox;
        private final Clock clock;
        private final Map<String, Deliverer> deliverers = new HashMap<>();
        private Duration loan = Duration.ofMinutes(5);
        private Duration idle = Duration.ofSeconds(5);
        private Backoff backoff = Backoff.DEFAULT;
        private int attempts = 20;
        private RandomGenerator random = new SecureRandom();

        private Builder(Outbox outbox, Clock clock) {
            this.outbox = Objects.requireNonNull(outbox, "outbox");
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /** Who delivers a topic. Messages of topics that nobody here delivers are left to other dispatchers. */
        public Builder topic(String topic, Deliverer deliverer) {
            deliverers.put(Objects.requireNonNull(topic, "topic"), Objects.requireNonNull(deliverer, "deliverer"));
            return this;
        }

        /**
         * How long a message is borrowed, which is more than a delivery ever takes; five minutes when not said. Each process reckons it by
         * its own clock: they may differ by as much as a loan is longer than a delivery.
         */
        public Builder loan(Duration value) {
            this.loan = positive("loan", value);
            return this;
        }

        /** How long to wait before looking again when nothing is due; five seconds when not said. */
        public Builder idle(Duration value) {
            this.idle = positive("idle", value);
            return this;
        }

        /** How long to wait before a message is tried again; {@link Backoff#DEFAULT} when not said. */
        public Builder backoff(Backoff value) {
            this.backoff = Objects.requireNonNull(value, "backoff");
            return this;
        }

        /**
         * After how many tries a message is put aside for a person; 20 when not said, which is most of a day. A try that ended with its process
         * counts, so that a message that ends it each time does not do so for ever.
         */
        public Builder attempts(int value) {
            if (value < 1) {
                throw InvalidValueException.of("attempts", "at least one");
            }
            this.attempts = value;
            return this;
        }

        /** Spreads the waits; a {@link SecureRandom} when not said. */
        public Builder random(RandomGenerator value) {
            this.random = Objects.requireNonNull(value, "random");
            return this;
        }

        private static Duration positive(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw InvalidValueException.of(name, "more than nothing");
            }
            return value;
        }

        /**
         * The dispatcher.
         *
         * @throws ConfigurationException if it can deliver nothing
         */
        public Dispatcher build() {
            if (deliverers.isEmpty()) {
                throw ConfigurationException.of("The dispatcher can deliver nothing", "Call topic(...) on its builder");
            }
            return new Dispatcher(this);
        }
    }
}
