package cat.eset.notify.track;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.TrackingState;
import cat.eset.notify.ENotum;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows notifications to their end, by looking and by reading the reports that e-NOTUM sends. It starts no thread: the
 * caller calls {@link #poll}, or lends an executor to {@link #schedule}. Everything it remembers is in the
 * {@link TrackingState}, so it survives restarts, and several may run side by side. Thread-safe.
 *
 * <p>A look costs calls for what changed, not for what is open. With {@code D} deposits, {@code O} outcomes and {@code X}
 * expiries since the last look (and the overlap before it), and {@code E} notifications in error, it asks
 * {@code 4 + D/50 + O/50 + X/50 + E/50} times (each division rounded down), plus two questions and a download for each
 * notification that has just come out; once a day {@code 2 + C/50 + T/50} more for {@code C} cancelled ones and {@code T} that are late
 * in being put at disposal, and one for the daily report. Memory does not grow with the number of notifications.
 */
public final class NotificationTracker {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationTracker.class);

    /** With the pauses between them, most of a day. What a report would have told, a look finds too. */
    private static final int MOST_TRIES = 20;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ENotum enotum;
    private final Ledger ledger;
    private final Custody custody;
    private final Looking looking;
    private final Clock clock;
    private final Consumer<? super TrackingEvent> events;

    private NotificationTracker(Builder b) {
        this.enotum = b.enotum;
        this.clock = b.clock;
        this.events = b.events;
        this.ledger = new Ledger(b.state, b.enotum.townHall().ine10(), b.events, b.clock);
        this.custody = new Custody(b.enotum, b.archive, ledger, b.events, b.policy, b.clock);
        this.looking = new Looking(b.enotum, ledger, custody, b.policy, b.events);
    }

    /**
     * Starts a tracker.
     *
     * @param enotum asks; the caller goes on owning it
     * @param state remembers
     * @param archive keeps evidence
     */
    public static Builder builder(ENotum enotum, TrackingState state, EvidenceArchive archive) {
        return new Builder(enotum, state, archive);
    }

    /**
     * Follows a notification, also one that was sent long ago: the next look begins no later than its operation. Repeating
     * it changes nothing that is known.
     */
    public void follow(OperationId operation, NotificationId id) {
        ledger.begin(operation, id);
        Looking.LOOKS.forEach(look -> ledger.pullCursorBack(look, operation.instant()));
    }

    /** What is known about a notification; empty if it is not followed. */
    public Optional<Tracked> tracked(NotificationId id) {
        return ledger.read(id);
    }

    /**
     * One look at everything that may have changed since the last one.
     *
     * @throws cat.eset.core.EsetException if the service cannot be asked; what was noticed before stays noticed, and the
     *     next look begins where this one should have
     */
    public TrackingCycle poll() {
        Tally tally = new Tally();
        looking.look(clock.instant(), tally);
        return tally.cycle();
    }

    /**
     * Reads reports that the {@link ReportReceiver} has put into the outbox. Because a callback may be forged, each change
     * is confirmed with a question before it counts. What cannot be confirmed now is tried again later; what never can be, or was tried in
     * vain for most of a day, is put aside for a person ({@link Outbox#parked()}). Neither holds up what comes after it.
     *
     * @param inbox the same outbox that the receiver was given
     * @param max most reports to read
     * @return how many were read
     */
    public int readReports(Outbox inbox, int max) {
        int read = 0;
        for (Outbox.Leased leased :
                inbox.lease(Set.of(ReportReceiver.TOPIC), clock.instant(), Duration.ofMinutes(5), max)) {
            if (read(inbox, leased)) {
                read++;
            }
        }
        return read;
    }

    private boolean read(Outbox inbox, Outbox.Leased leased) {
        Report report;
        try {
            report = ReportReceiver.report(leased.message());
        } catch (RuntimeException e) {
            // The same bytes will never read otherwise.
            park(inbox, leased, "cannot be read: " + told(e));
            return false;
        }
        Optional<RuntimeException> failure = confirm(report.entries());
        if (failure.isEmpty()) {
            inbox.delivered(leased, clock.instant());
            return true;
        }
        String reason = told(failure.get());
        if (isHopeless(failure.get())) {
            park(inbox, leased, reason);
        } else if (leased.tries() >= MOST_TRIES) {
            park(inbox, leased, "given up after " + leased.tries() + " tries: " + reason);
        } else {
            LOG.warn("report {} waits: {}", leased.message().id(), reason);
            LOG.debug(
                    "report {} waits; this may hold personal data",
                    leased.message().id(),
                    failure.get());
            inbox.retry(leased, reason, clock.instant().plus(pauseAfter(leased.tries())));
        }
        return false;
    }

    private void park(Outbox inbox, Outbox.Leased leased, String reason) {
        LOG.warn("report {} is put aside: {}", leased.message().id(), reason);
        inbox.park(leased, reason, clock.instant());
    }

    /** What is wrong with our access or settings is not wrong with the report: it waits until that is put right. */
    private static boolean isHopeless(RuntimeException e) {
        return e instanceof EsetException ours
                && ours.failure().retry() == Failure.Retry.NEVER
                && ours.failure().effect() == Failure.Effect.NONE
                && ours.failure().fault() != Failure.Fault.CONFIGURATION;
    }

    private static Duration pauseAfter(int tries) {
        return tries < 6 ? Duration.ofMinutes(1L << tries) : LONGEST_PAUSE;
    }

    /** Every entry, also those behind one that fails; what failed first. */
    private Optional<RuntimeException> confirm(List<Report.Entry> entries) {
        Tally tally = new Tally();
        Optional<RuntimeException> first = Optional.empty();
        for (Report.Entry entry : entries) {
            try {
                confirm(entry, tally);
            } catch (RuntimeException e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        return first;
    }

    private void confirm(Report.Entry entry, Tally tally) {
        ledger.read(entry.id())
                .filter(known -> known.state().canBecome(entry.state()))
                .ifPresent(known -> enotum.consult(entry.id()).status().ifPresent(status -> {
                    Tracked tracked = ledger.advance(known, status.state(), status.depositedAt(), status.practisedAt());
                    if (!tracked.state().equals(known.state())) {
                        entry.channelChange()
                                .ifPresent(change -> events.accept(
                                        new TrackingEvent.ChannelChosen(known.id(), known.operation(), change)));
                    }
                    custody.settle(tracked, tally);
                }));
    }

    /**
     * Looks again and again on an executor of the caller, waiting between the end of one look and the start of the next. A
     * look that fails is logged and does not stop the following ones. Cancel the future to stop.
     */
    public ScheduledFuture<?> schedule(ScheduledExecutorService executor, Duration pause) {
        return executor.scheduleWithFixedDelay(
                () -> {
                    try {
                        poll();
                    } catch (RuntimeException e) {
                        LOG.warn("a look at e-NOTUM failed and will be repeated: {}", told(e));
                        LOG.debug("a look at e-NOTUM failed; this may hold personal data", e);
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Failures of ours are made to be logged; those of whoever takes the events or keeps the evidence may say anything. */
    private static String told(RuntimeException e) {
        return e instanceof EsetException ours
                ? ours.failure().what()
                : e.getClass().getName();
    }

    /** Builds a {@link NotificationTracker}; not thread-safe. */
    public static final class Builder {
        private final ENotum enotum;
        private final TrackingState state;
        private final EvidenceArchive archive;
        private TrackingPolicy policy = TrackingPolicy.standard();
        private Clock clock = Clock.systemUTC();
        private Consumer<? super TrackingEvent> events = event -> {};

        private Builder(ENotum enotum, TrackingState state, EvidenceArchive archive) {
            this.enotum = Objects.requireNonNull(enotum, "enotum");
            this.state = Objects.requireNonNull(state, "state");
            this.archive = Objects.requireNonNull(archive, "archive");
        }

        /** How it looks; {@link TrackingPolicy#standard()} when not said. */
        public Builder policy(TrackingPolicy value) {
            this.policy = Objects.requireNonNull(value, "value");
            return this;
        }

        /** The clock of the service; that of the system when not said. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Who is told. An event is told before it is noted: one that throws is told again by the next look.
         */
        public Builder events(Consumer<? super TrackingEvent> listener) {
            this.events = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /** The tracker. */
        public NotificationTracker build() {
            return new NotificationTracker(this);
        }
    }
}
