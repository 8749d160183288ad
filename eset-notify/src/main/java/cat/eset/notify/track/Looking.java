package cat.eset.notify.track;

import cat.eset.core.LegalTime;
import cat.eset.notify.ENotum;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.Period;
import cat.eset.notify.record.Report;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchBuilder;
import cat.eset.notify.record.SearchHit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds by searches and daily reports what changed, whatever the number of open notifications (contract enotum 12). */
final class Looking {

    private static final String DEPOSITS = "deposits";
    private static final String OUTCOMES = "outcomes";
    private static final String EXPIRIES = "expiries";

    /** What is looked for from the last look on. */
    static final List<String> LOOKS = List.of(DEPOSITS, OUTCOMES, EXPIRIES);

    private final ENotum enotum;
    private final Ledger ledger;
    private final Custody custody;
    private final TrackingPolicy policy;
    private final Consumer<? super TrackingEvent> events;

    Looking(
            ENotum enotum,
            Ledger ledger,
            Custody custody,
            TrackingPolicy policy,
            Consumer<? super TrackingEvent> events) {
        this.enotum = enotum;
        this.ledger = ledger;
        this.custody = custody;
        this.policy = policy;
        this.events = events;
    }

    /** One look at everything that may have changed. */
    void look(Instant now, Tally tally) {
        LocalDate today = LegalTime.dateOf(now);
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
        sweep(tally, created(NotificationState.ERROR, daysBack(today, policy.errorLookBack()), now), hit -> {});
        if (ledger.firstTimeOn(today, "sweep")) {
            sweep(
                    tally,
                    created(NotificationState.CANCELLED, daysBack(today, policy.cancellationLookBack()), now),
                    hit -> {});
            delays(today, now, tally);
            ledger.doneOn(today, "sweep");
        }
        reports(today, tally);
    }

    private static Search created(NotificationState state, Instant from, Instant to) {
        return Search.builder().state(state).created(new Period(from, to)).build();
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
        Optional<Instant> last = ledger.cursor(name);
        Instant from = last.orElse(now).minus(policy.overlap());
        Instant[] next = {now};
        sweep(
                tally,
                search.apply(new Period(from.isAfter(now) ? now : from, now)).build(),
                unsettled ->
                        when.apply(unsettled).filter(at -> at.isBefore(next[0])).ifPresent(at -> next[0] = at));
        ledger.moveCursor(name, last, next[0]);
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

    /** Until it is at disposal nothing has been notified: somebody should know when that takes too long. */
    private void delays(LocalDate today, Instant now, Tally tally) {
        Instant from = daysBack(today, policy.errorLookBack());
        Instant to = now.minus(policy.depositPatience());
        if (to.isBefore(from)) {
            return;
        }
        enotum.searchAll(created(Search.IN_TRANSIT, from, to), hit -> {
            tally.rows++;
            ledger.read(hit.id()).ifPresent(known -> {
                Tracked tracked = notice(tally, known, hit);
                events.accept(new TrackingEvent.DepositDelayed(tracked.id(), tracked.operation(), tracked.state()));
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

    /** The day must be over for its report to be complete. One that left something unsettled is read again. */
    private void reports(LocalDate today, Tally tally) {
        LocalDate oldest = today.minusDays(policy.reportCatchUp());
        LocalDate yesterday = today.minusDays(1);
        LocalDate day = ledger.lastDay("report")
                .map(d -> d.isBefore(oldest) ? oldest : d.plusDays(1))
                .orElse(yesterday);
        for (; !day.isAfter(yesterday); day = day.plusDays(1)) {
            long pending = tally.pending;
            enotum.reportOfDay(day).map(Report::entries).orElse(List.of()).forEach(entry -> {
                tally.rows++;
                ledger.read(entry.id()).ifPresent(known -> take(tally, known, entry));
            });
            if (tally.pending > pending) {
                return;
            }
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
}
