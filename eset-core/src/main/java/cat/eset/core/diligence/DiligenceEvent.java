package cat.eset.core.diligence;

import cat.eset.core.event.Event;
import java.util.Objects;
import java.util.Optional;

/** What happens to a diligence. */
public sealed interface DiligenceEvent extends Event {

    /**
     * It was stated.
     *
     * @param id its identity
     * @param content what it says
     * @param corrects the diligence that it corrects, if it corrects one
     */
    record Stated(DiligenceId id, Diligence.Content content, Optional<DiligenceId> corrects) implements DiligenceEvent {
        /** Checks the values. */
        public Stated {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(corrects, "corrects");
        }
    }
}
