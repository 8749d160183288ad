package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.Change;
import cat.eset.core.event.Event;
import java.time.Instant;

/**
 * A command on an aggregate, for example {@code (expedient, by, at) -> expedient.phase(Phase.INSTRUCTION, by, at)}.
 *
 * @param <S> the aggregate
 * @param <E> its events
 */
@FunctionalInterface
public interface Command<S extends Aggregate, E extends Event> {

    /** The change it makes on the current state. */
    Change<S, E> on(S state, Actor by, Instant at);
}
