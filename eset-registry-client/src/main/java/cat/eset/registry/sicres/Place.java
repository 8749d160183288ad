package cat.eset.registry.sicres;

import cat.eset.core.id.Dir3;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an exchange comes from or goes to: a registry office, and a unit behind it.
 *
 * @param office the office; offices begin with {@code O}, and a unit in its place is a frequent cause of rejection
 * @param officeName its name
 * @param unit the unit
 * @param unitName its name
 */
public record Place(
        DirectoryCode office, Optional<String> officeName, Optional<DirectoryCode> unit, Optional<String> unitName) {

    /** Checks the values. */
    public Place {
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(officeName, "officeName");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(unitName, "unitName");
    }

    /** An office, without unit. */
    public static Place office(Dir3 code) {
        return new Place(DirectoryCode.of(code), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With the name of the office. */
    public Place named(String name) {
        return new Place(office, Optional.of(name), unit, unitName);
    }

    /** With a unit. */
    public Place unit(Dir3 code) {
        return new Place(office, officeName, Optional.of(DirectoryCode.of(code)), unitName);
    }

    /** With a unit and its name. */
    public Place unit(Dir3 code, String name) {
        return new Place(office, officeName, Optional.of(DirectoryCode.of(code)), Optional.of(name));
    }

    /** Codes only. */
    @Override
    public String toString() {
        return office + unit.map(u -> "/" + u).orElse("");
    }
}
