package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.VirtualClock;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** What falls due on the virtual clock. Each event runs at its own instant, without any lock that a request needs. */
public final class Agenda {

    private final VirtualClock clock;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final ReentrantLock running = new ReentrantLock();
    private long sequence;

    /** An agenda that runs when the clock moves. */
    public Agenda(VirtualClock clock) {
        this.clock = clock;
        clock.onAdvance(now -> run());
    }

    private record Event(Instant at, long sequence, Consumer<Instant> action) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    /** The time that the clock shows. */
    public Instant now() {
        return clock.instant();
    }

    /** Notes an event; if it is due already it runs with the next move of the clock or {@link #run()}. */
    public void at(Instant instant, Consumer<Instant> action) {
        synchronized (events) {
            events.add(new Event(instant, sequence++, action));
        }
    }

    /** Runs what is due, and what becomes due meanwhile. */
    public void run() {
        if (running.isHeldByCurrentThread()) {
            return;
        }
        running.lock();
        try {
            for (Event due = next(); due != null; due = next()) {
                due.action().accept(due.at());
            }
        } finally {
            running.unlock();
        }
    }

    private @org.jspecify.annotations.Nullable Event next() {
        synchronized (events) {
            Event first = events.peek();
            return first == null || first.at().isAfter(clock.instant()) ? null : events.poll();
        }
    }
}
