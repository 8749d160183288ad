package cat.eset.notify.track;

import cat.eset.core.EsetException;
import cat.eset.core.LegalTime;
import cat.eset.core.OperationId;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.TrackingState;
import cat.eset.notify.ENotum;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.Period;
import cat.eset.notify.record.Report;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchBuilder;
import cat.eset.notify.record.SearchHit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * notification that has just come out; once a day {@code 1 + C/50} more for {@code C} cancelled ones, and one for the daily
 * report. Memory does not grow with the number of notifications.
 */
public final class NotificationTracker {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationTracker.class);

    private static final String DEPOSITS = "deposits";
    private static final String OUTCOMES = "outcomes";
    private static final String EXPIRIES = "expiries";
    private static final List<String> LOOKS = List.of(DEPOSITS, OUTCOMES, EXPIRIES);

    private final ENotum enotum;
    private final Ledger ledger;
    private final Custody custody;
    private final TrackingPolicy policy;
    private final Clock clock;
    private final Consumer<? super TrackingEvent> events;

    private NotificationTracker(Builder b) {
        this.enotum = b.enotum;
        this.policy = b.policy;
        this.clock = b.clock;
        this.events = b.events;
        this.ledger = new Ledger(b.state, b.enotum.townHall().ine10(), b.events, b.clock);
        this.custody = new Custody(b.enotum, b.archive, ledger, b.events, b.policy, b.clock);
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
        LOOKS.forEach(look -> ledger.pullCursorBack(look, operation.instant()));
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
        Instant now = clock.instant();
        LocalDate today = LegalTime.dateOf(now);
        Tally tally = new Tally();
        look(
                now,
                DEPOSITS,
                tally,
                window -> Search.builder().state(NotificationState.DEPOSITED).deposited(window),
                SearchHit::depositedAt);
        look(
                now,
                OUTCOMES,
                tally,
                window -> Search.builder().state(Search.PRACTISED).practised(window),
                SearchHit::practisedAt);
        // Whether an expiry has a date of practice is not documented, so expiries are also looked for by their own
        // date.
        look(
                now,
                EXPIRIES,
                tally,
                window -> Search.builder()
                        .state(NotificationState.EXPIRED)
                        .expiring(new Search.DayRange(
                                LegalTime.dateOf(window.from()).minusDays(1), today)),
                SearchHit::expiresAt);
        sweep(
                tally,
                Search.builder()
                        .state(NotificationState.ERROR)
                        .created(new Period(daysBack(today, policy.errorLookBack()), now))
                        .build(),
                hit -> {});
        if (ledger.firstTimeOn(today, "cancellations")) {
            sweep(
                    tally,
                    Search.builder()
                            .state(NotificationState.CANCELLED)
                            .created(new Period(daysBack(today, policy.cancellationLookBack()), now))
                            .build(),
                    hit -> {});
            ledger.doneOn(today, "cancellations");
        }
        reports(today, tally);
        return tally.cycle();
    }

    private static Instant daysBack(LocalDate today, java.time.Period period) {
        return today.minus(period).atStartOfDay(LegalTime.ZONE).toInstant();
    }

    /** Looks from the last look on; what is not settled keeps the next look from beginning after it. */
    private void look(
            Instant now,
            String name,
            Tally tally,
            Function<Period, SearchBuilder> search,
            Function<SearchHit, Optional<Instant>> when) {
        Instant from = ledger.cursor(name).orElse(now).minus(policy.overlap());
        Instant[] next = {now};
        sweep(
                tally,
                search.apply(new Period(from.isAfter(now) ? now : from, now)).build(),
                unsettled ->
                        when.apply(unsettled).filter(at -> at.isBefore(next[0])).ifPresent(at -> next[0] = at));
        ledger.moveCursor(name, next[0]);
    }

    private void sweep(Tally tally, Search search, Consumer<SearchHit> unsettled) {
        enotum.searchAll(search, hit -> {
            tally.rows++;
            ledger.read(hit.id()).ifPresent(known -> {
                Tracked tracked = notice(tally, known, hit);
                if (!custody.settle(tracked, tally)) {
                    unsettled.accept(hit);
                }
            });
        });
    }

    private Tracked notice(Tally tally, Tracked known, SearchHit hit) {
        Tracked tracked = ledger.advance(known, hit.state(), hit.depositedAt(), hit.practisedAt());
        if (!tracked.state().equals(known.state())) {
            tally.changes++;
            custody.askForChannel(tracked, hit);
        }
        return tracked;
    }

    /** The day must be over for its report to be complete. */
    private void reports(LocalDate today, Tally tally) {
        LocalDate yesterday = today.minusDays(1);
        LocalDate day = ledger.lastDay("report")
                .map(d -> d.plusDays(1))
                .filter(d -> !d.isBefore(today.minusDays(policy.reportCatchUp())))
                .orElse(yesterday);
        for (; !day.isAfter(yesterday); day = day.plusDays(1)) {
            enotum.reportOfDay(day)
                    .ifPresent(report -> report.entries().forEach(entry -> {
                        tally.rows++;
                        ledger.read(entry.id()).ifPresent(known -> take(tally, known, entry));
                    }));
            ledger.doneOn(day, "report");
        }
    }

    private void take(Tally tally, Tracked known, Report.Entry entry) {
        Optional<Instant> practised = entry.state().isPractised() ? entry.changedAt() : Optional.empty();
        Optional<Instant> deposited =
                entry.state().equals(NotificationState.DEPOSITED) ? entry.changedAt() : Optional.empty();
        Tracked tracked = ledger.advance(known, entry.state(), deposited, practised);
        if (!tracked.state().equals(known.state())) {
            tally.changes++;
            entry.channelChange()
                    .ifPresent(change ->
                            events.accept(new TrackingEvent.ChannelChosen(known.id(), known.operation(), change)));
        }
        custody.settle(tracked, tally);
    }

    /**
     * Reads reports that the {@link ReportReceiver} has put into the outbox. Because a callback may be forged, each change
     * is confirmed with a question before it counts.
     *
     * @param inbox the same outbox that the receiver was given
     * @param max most reports to read
     * @return how many were read
     */
    public int readReports(Outbox inbox, int max) {
        int read = 0;
        for (Outbox.Leased leased :
                inbox.lease(Set.of(ReportReceiver.TOPIC), clock.instant(), Duration.ofMinutes(5), max)) {
            try {
                Tally tally = new Tally();
                for (Report.Entry entry :
                        ReportReceiver.report(leased.message()).entries()) {
                    confirm(entry, tally);
                }
                inbox.delivered(leased, clock.instant());
                read++;
            } catch (EsetException e) {
                LOG.warn(
                        "report {} waits: {}",
                        leased.message().id(),
                        e.failure().what());
                inbox.retry(leased, e.failure().what(), clock.instant().plus(Duration.ofMinutes(leased.attempt())));
            }
        }
        return read;
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
                        LOG.warn("a look at e-NOTUM failed and will be repeated", e);
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Counts of a look. Not thread-safe. */
    static final class Tally {
        long rows;
        long changes;
        long kept;
        long pending;
        int failuresInARow;

        TrackingCycle cycle() {
            return new TrackingCycle(rows, changes, kept, pending);
        }
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
