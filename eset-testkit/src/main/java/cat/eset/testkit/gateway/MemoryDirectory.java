package cat.eset.testkit.gateway;

import cat.eset.core.id.Dir3;
import cat.eset.core.registry.Directory;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A directory of the units it was given. Immutable and thread-safe. */
public final class MemoryDirectory implements Directory {

    private final List<Unit> units;

    private MemoryDirectory(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    /** A directory of these units. */
    public static MemoryDirectory of(Unit... units) {
        return new MemoryDirectory(List.of(units));
    }

    @Override
    public Optional<Unit> find(Dir3 code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    @Override
    public List<Unit> search(String words, int max) {
        List<String> wanted = Arrays.asList(plain(words).split("\\s+"));
        return units.stream()
                .filter(unit -> wanted.stream().allMatch(plain(unit.name())::contains))
                .sorted(Comparator.comparing(Unit::name))
                .limit(max)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
