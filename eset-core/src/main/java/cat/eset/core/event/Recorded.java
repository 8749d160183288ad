package cat.eset.core.event;

import cat.eset.core.Actor;
import java.time.Instant;
import java.util.Objects;

/**
 * An event with who caused it and when (contract eset-model 12, invariant 10).
 *
 * @param event what happened
 * @param by who, under which office, for which town hall
 * @param at when
 * @param <E> kind of event
 */
public record Recorded<E extends Event>(E event, Actor by, Instant at) {

    /** Checks the values. */
    public Recorded {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }

    /** What kind of event, under which office and when: not what people wrote in it. */
    @Override
    public String toString() {
        return "Recorded[" + event.getClass().getSimpleName() + ", " + by.office() + ", " + at + "]";
    }
}
