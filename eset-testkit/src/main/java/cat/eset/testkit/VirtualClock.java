package cat.eset.testkit;

import cat.eset.core.LegalTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A clock that stands still until it is moved, and moves only forward. Law and the simulated services read it; TLS,
 * certificates and signatures do not. Thread-safe; the copies that {@link #withZone} gives show the same time.
 */
public final class VirtualClock extends Clock {

    private final Hands hands;
    private final ZoneId zone;

    private VirtualClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** A clock that shows this instant. */
    public static VirtualClock at(Instant start) {
        return new VirtualClock(new Hands(start), LegalTime.ZONE);
    }

    /** A clock that shows this local time of {@code Europe/Madrid}. */
    public static VirtualClock at(LocalDateTime start) {
        return at(start.atZone(LegalTime.ZONE).toInstant());
    }

    /**
     * Moves forward to an instant and tells the listeners before it returns. The same instant is allowed and does
     * nothing new.
     *
     * @throws IllegalArgumentException if the instant lies before the time that the clock shows
     */
    public void advanceTo(Instant instant) {
        hands.advanceTo(instant);
    }

    /** Moves forward to a local time of {@code Europe/Madrid}. */
    public void advanceTo(LocalDateTime time) {
        advanceTo(time.atZone(LegalTime.ZONE).toInstant());
    }

    /** Moves forward by a duration. */
    public void advanceBy(Duration duration) {
        hands.advanceBy(duration);
    }

    /** Calls a listener after every move with the new time; it runs on the thread that moved the clock. */
    public void onAdvance(Consumer<Instant> listener) {
        hands.listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public VirtualClock withZone(ZoneId other) {
        return new VirtualClock(hands, Objects.requireNonNull(other, "zone"));
    }

    @Override
    public Instant instant() {
        return hands.now;
    }

    @Override
    public String toString() {
        return "VirtualClock[" + instant().atZone(zone) + "]";
    }

    private static final class Hands {

        private final CopyOnWriteArrayList<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();
        private volatile Instant now;

        private Hands(Instant start) {
            this.now = Objects.requireNonNull(start, "start");
        }

        private synchronized void advanceBy(Duration duration) {
            advanceTo(now.plus(duration));
        }

        private synchronized void advanceTo(Instant target) {
            if (target.isBefore(now)) {
                throw new IllegalArgumentException(
                        "the virtual clock shows " + now + " and cannot go back to " + target);
            }
            now = target;
            listeners.forEach(listener -> listener.accept(target));
        }
    }
}
