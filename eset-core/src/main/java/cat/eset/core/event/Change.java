package cat.eset.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The result of a command: the new state and the events that led to it, oldest first.
 *
 * @param state the aggregate after the command
 * @param events what happened; never empty unless the command had nothing to do
 * @param <S> the aggregate
 * @param <E> its events
 */
public record Change<S extends Aggregate, E extends Event>(S state, List<Recorded<E>> events) {

    /** Copies the list. */
    public Change {
        Objects.requireNonNull(state, "state");
        events = List.copyOf(events);
    }

    /** A change of one event. */
    public static <S extends Aggregate, E extends Event> Change<S, E> of(S state, Recorded<E> event) {
        return new Change<>(state, List.of(event));
    }

    /** Runs the next command on the new state and keeps the events of both. */
    public Change<S, E> then(Function<? super S, Change<S, E>> next) {
        Change<S, E> after = next.apply(state);
        List<Recorded<E>> all = new ArrayList<>(events);
        all.addAll(after.events());
        return new Change<>(after.state(), all);
    }

    /** The version the aggregate had before the first of these events; 0 for a new one. */
    public long previousVersion() {
        return state.version() - events.size();
    }
}
