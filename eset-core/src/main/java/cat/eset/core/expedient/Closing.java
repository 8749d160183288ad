package cat.eset.core.expedient;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A closing of an expedient, in two phases: the index is built, and then signed, which may take days.
 *
 * @param reason why it ends
 * @param index the snapshot that is signed
 * @param seal its signature, once it is there
 * @param closedAt when it was closed, once it is
 */
public record Closing(
        ClosingReason reason, ExpedientIndex index, Optional<IndexSeal> seal, Optional<Instant> closedAt) {

    /** Checks the values. */
    public Closing {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(seal, "seal");
        Objects.requireNonNull(closedAt, "closedAt");
    }
}
