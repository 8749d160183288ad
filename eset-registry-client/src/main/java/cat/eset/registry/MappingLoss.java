package cat.eset.registry;

import java.util.Objects;

/**
 * Something that one side of a mapping says and the other does not, or says otherwise: between a message of MUX or SIR and an entry of
 * the work model, in either direction. Nothing is lost silently; whoever maps also keeps or hands out the original.
 *
 * @param path where in the source, as in {@code interessats[0].telefonFix}; never a value
 * @param kind what happened to it
 */
public record MappingLoss(String path, Kind kind) {

    /** What happened to a piece of the source. */
    public enum Kind {
        /** The other side has no place for it. */
        NOT_MAPPED,
        /** It was cut to the length the other side allows. */
        SHORTENED,
        /** It has not the form it should have, and was changed or replaced. */
        REPLACED,
        /** The other side must say something here and the source does not. */
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
