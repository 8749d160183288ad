package cat.eset.registry.eacat;

import java.util.Objects;

/**
 * A type of body ({@code tipusEns}). Load them, because codes are not published as a closed list.
 *
 * @param id code of one or two digits, as EACAT writes it
 * @param name its name
 */
public record BodyType(String id, String name) {

    /** Checks the values. */
    public BodyType {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
