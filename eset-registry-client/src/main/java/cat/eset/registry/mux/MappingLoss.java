package cat.eset.registry.mux;

import java.util.Objects;

/**
 * Something the transaction says and the registry entry does not, or says otherwise. The whole transaction is kept in {@link
 * MuxTransaction#raw()}.
 *
 * @param path where in the transaction, as in {@code interessats[0].telefonFix}; never a value
 * @param kind what happened to it
 */
public record MappingLoss(String path, Kind kind) {

    /** What happened to a piece of the transaction. */
    public enum Kind {
        /** The entry has no place for it. */
        NOT_MAPPED,
        /** It was cut to the length the entry allows. */
        SHORTENED,
        /** It has not the form it should have, and was changed or replaced. */
        REPLACED,
        /** The entry must say something here and the transaction does not. */
        ASSUMED
    }

    /** Checks the values. */
    public MappingLoss {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
    }

    @Override
    public String toString() {
        return path + " " + kind;
    }
}
