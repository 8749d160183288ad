package cat.eset.registry.internal.mux;

import cat.eset.registry.MappingLoss;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what a mapping loses. Not thread-safe. */
public final class Losses {

    private final Set<MappingLoss> found = new LinkedHashSet<>();

    /** Adds a loss once. */
    public void add(String path, MappingLoss.Kind kind) {
        found.add(new MappingLoss(path, kind));
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
