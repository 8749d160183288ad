package cat.eset.core.registry;

import cat.eset.core.id.Dir3;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The directory of public bodies (DIR3). Asking has no effect. Thread-safe. */
public interface Directory {

    /**
     * A body or a unit of one.
     *
     * @param code its code
     * @param name how it is called
     * @param parent the unit it hangs from, if from one
     * @param office the registry office that receives for it, if it takes part in registry exchange
     * @param active whether it exists today
     */
    record Unit(Dir3 code, String name, Optional<Dir3> parent, Optional<Dir3> office, boolean active) {
        /** Checks the values. */
        public Unit {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(parent, "parent");
            Objects.requireNonNull(office, "office");
        }
    }

    /**
     * A unit by its code.
     *
     * @throws cat.eset.core.EsetException if the directory cannot be asked
     */
    Optional<Unit> find(Dir3 code);

    /**
     * Units whose name has these words, in any order and without regard to capitals and accents, by name.
     *
     * @param words at least one
     * @param max how many at most
     * @throws cat.eset.core.EsetException if the directory cannot be asked
     */
    List<Unit> search(String words, int max);
}
