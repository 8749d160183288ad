package cat.eset.registry.internal.mux;

import cat.eset.registry.MappingLoss;
import java.util.ArrayList;
import java.util.List;

/** Collects what was lost while a transaction is read. Not thread-safe. */
final class Losses {

    private final List<MappingLoss> found = new ArrayList<>();

    void add(String path, MappingLoss.Kind kind) {
        MappingLoss loss = new MappingLoss(path, kind);
        if (!found.contains(loss)) {
            found.add(loss);
        }
    }

    List<MappingLoss> found() {
        return List.copyOf(found);
    }
}
