package cat.eset.core.work;

import cat.eset.core.event.Event;
import cat.eset.core.event.Recorded;
import java.util.List;

/** The trail of one aggregate, whose events are all of its kind. */
final class RandomTrail {

    private RandomTrail() {}

    @SuppressWarnings("unchecked")
    static <E extends Event> List<Recorded<E>> of(List<Recorded<? extends Event>> trail) {
        return trail.stream().map(recorded -> (Recorded<E>) recorded).toList();
    }
}
