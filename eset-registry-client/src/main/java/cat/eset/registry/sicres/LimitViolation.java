package cat.eset.registry.sicres;

import java.util.Objects;

/**
 * A limit of the exchange that a message breaks.
 *
 * @param field which field, for example {@code De_Anexo[1]/Nombre_Fichero_Anexado}; never its value
 * @param limit what the limit is, for example {@code at most 80 characters}
 * @param source who sets it, for example {@code SICRES 3}; of two limits the tighter one holds
 */
public record LimitViolation(String field, String limit, String source) {

    /** Checks the values. */
    public LimitViolation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(source, "source");
    }

    @Override
    public String toString() {
        return field + ": " + limit + " (" + source + ")";
    }
}
