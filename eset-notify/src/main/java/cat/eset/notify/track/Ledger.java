package cat.eset.notify.track;

import cat.eset.core.OperationId;
import cat.eset.core.id.Ine10;
import cat.eset.core.work.TrackingState;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the tracker remembers, in small texts that two trackers cannot overwrite for each other. */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final TrackingState state;
    private final String prefix;
    private final Consumer<? super TrackingEvent> events;
    private final Clock clock;

    Ledger(TrackingState state, Ine10 townHall, Consumer<? super TrackingEvent> events, Clock clock) {
        this.state = state;
        this.prefix = "enotum/" + townHall.value() + "/";
        this.events = events;
        this.clock = clock;
    }

    void begin(OperationId operation, NotificationId id) {
        state.replace(
                key(id),
                Optional.empty(),
                Tracked.pending(id, operation, clock.instant()).text());
    }

    Optional<Tracked> read(NotificationId id) {
        return state.read(key(id)).map(text -> Tracked.parse(id, text));
    }

    /** Moves to a later state, told before it is noted; never backwards except as the contract says. */
    Tracked advance(
            Tracked known, NotificationState now, Optional<Instant> depositedAt, Optional<Instant> practisedAt) {
        Tracked at = known;
        while (at.state().canBecome(now)) {
            Tracked next = at.in(now, clock.instant());
            events.accept(
                    new TrackingEvent.StateChanged(at.id(), at.operation(), at.state(), now, depositedAt, practisedAt));
            if (store(at, next)) {
                LOG.info("notification {} went from {} to {}", at.id(), at.state(), now);
                return next;
            }
            at = read(known.id()).orElse(next);
        }
        if (!at.state().equals(now)) {
            LOG.debug("notification {} is {}; {} is older news", at.id(), at.state(), now);
        }
        return at;
    }

    /** Changes what is stored, whoever else changes it meanwhile. */
    void update(NotificationId id, UnaryOperator<Tracked> change) {
        boolean stored = false;
        while (!stored) {
            Optional<Tracked> known = read(id);
            if (known.isEmpty()) {
                return;
            }
            stored = store(known.orElseThrow(), change.apply(known.orElseThrow()));
        }
    }

    private boolean store(Tracked expected, Tracked next) {
        return state.replace(key(expected.id()), Optional.of(expected.text()), next.text());
    }

    Optional<Instant> cursor(String name) {
        return state.read(prefix + "cursor/" + name).map(Instant::parse);
    }

    /** Something older than the last look has to be seen by the next one. */
    void pullCursorBack(String name, Instant to) {
        String key = prefix + "cursor/" + name;
        boolean stored = false;
        while (!stored) {
            Optional<String> now = state.read(key);
            stored = now.map(Instant::parse).filter(at -> !at.isAfter(to)).isPresent()
                    || state.replace(key, now, to.toString());
        }
    }

    /** Unless somebody else moved it meanwhile: what was pulled back has to be seen by the next look. */
    void moveCursor(String name, Optional<Instant> from, Instant to) {
        state.replace(prefix + "cursor/" + name, from.map(Instant::toString), to.toString());
    }

    boolean firstTimeOn(LocalDate day, String name) {
        return lastDay(name).filter(d -> !d.isBefore(day)).isEmpty();
    }

    Optional<LocalDate> lastDay(String name) {
        return state.read(prefix + "day/" + name).map(LocalDate::parse);
    }

    /** If another tracker notes it meanwhile, its mark is as good as ours. */
    void doneOn(LocalDate day, String name) {
        String key = prefix + "day/" + name;
        state.replace(key, state.read(key), day.toString());
    }

    private String key(NotificationId id) {
        return prefix + id;
    }
}
