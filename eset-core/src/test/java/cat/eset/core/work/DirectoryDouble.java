package cat.eset.core.work;

import cat.eset.core.id.Dir3;
import cat.eset.core.registry.Directory;
import java.util.List;
import java.util.Optional;

/** A directory that knows one body, with its registry office. */
final class DirectoryDouble implements Directory {

    static final Dir3 BODY = Dir3.of("A09000001");
    static final Dir3 OFFICE = Dir3.of("O00000001");

    @Override
    public Optional<Unit> find(Dir3 code) {
        return code.equals(BODY)
                ? Optional.of(new Unit(BODY, "Departament Fictici", Optional.empty(), Optional.of(OFFICE), true))
                : Optional.empty();
    }

    @Override
    public List<Unit> search(String words, int max) {
        return find(BODY).stream().limit(max).toList();
    }
}
