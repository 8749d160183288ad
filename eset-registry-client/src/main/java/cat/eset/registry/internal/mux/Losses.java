package cat.eset.registry.internal.mux;

import cat.eset.registry.MappingLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what a mapping loses. Not thread-safe. */
public final class Losses {

    private final List<MappingLoss> found = new ArrayList<>();

    /** Adds a loss once. */
    public void add(String path, MappingLoss.Kind kind) {
        MappingLoss loss = new MappingLoss(path, kind);
        if (!found.contains(loss)) {
            found.add(loss);
        }
    }

    /** Something that is there and has no place. */
    public void ifPresent(String path, Optional<?> value) {
        if (value.isPresent()) {
            add(path, MappingLoss.Kind.NOT_MAPPED);
        }
    }

    /** What was lost. */
    public List<MappingLoss> found() {
        return List.copyOf(found);
    }
}
