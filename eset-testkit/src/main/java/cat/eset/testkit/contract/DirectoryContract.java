package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.id.Dir3;
import cat.eset.core.registry.Directory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link Directory} promises. */
public interface DirectoryContract {

    /** The directory. */
    Directory newDirectory();

    /** A unit that is in it, whose name has at least two words. */
    Directory.Unit known();

    /** A unit is found by its code, and what does not exist is not. */
    @Test
    default void aUnitIsFoundByItsCode() {
        Directory directory = newDirectory();
        assertEquals(Optional.of(known()), directory.find(known().code()));
        assertEquals(Optional.empty(), directory.find(Dir3.of("Z99999999")));
    }

    /** Words in any order and in capitals find it; no more come than were asked for, by name. */
    @Test
    default void aUnitIsFoundByItsWords() {
        Directory directory = newDirectory();
        List<String> words = List.of(known().name().toUpperCase(Locale.ROOT).split("\\s+"));
        String backwards = words.get(words.size() - 1) + " " + words.get(0);
        List<Directory.Unit> found = directory.search(backwards, 50);
        assertTrue(found.contains(known()));
        assertEquals(
                found.stream()
                        .sorted(Comparator.comparing(Directory.Unit::name))
                        .toList(),
                found);
        assertEquals(1, directory.search(backwards, 1).size());
        assertTrue(directory.search("paraula-que-no-hi-es", 10).isEmpty());
    }
}
