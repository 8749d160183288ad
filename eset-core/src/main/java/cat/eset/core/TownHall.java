package cat.eset.core;

import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import java.util.Objects;

/**
 * A local entity as the services of the consortium know it.
 *
 * @param name official name, at most 100 characters (contract pci 4.1, {@code NombreSolicitante})
 * @param ine10 ten-digit code; the certificate used in PCI must be tied to it
 * @param dir3 code of the entity in the common directory
 */
public record TownHall(String name, Ine10 ine10, Dir3 dir3) {

    /** Checks the values. */
    public TownHall {
        Objects.requireNonNull(ine10, "ine10");
        Objects.requireNonNull(dir3, "dir3");
        if (name.isBlank() || name.length() > 100) {
            throw InvalidValueException.of("TownHall", "its name has 1 to 100 characters");
        }
    }

    /** A town hall. */
    public static TownHall of(String name, Ine10 ine10, Dir3 dir3) {
        return new TownHall(name, ine10, dir3);
    }

    @Override
    public String toString() {
        return name + " (" + ine10 + ")";
    }
}
