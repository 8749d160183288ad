package cat.eset.registry.eacat;

import java.util.List;
import java.util.Objects;

/**
 * Bodies that were found, and whether they are all.
 *
 * @param bodies each once
 * @param coverage whether some may be missing
 */
public record BodyList(List<Body> bodies, Coverage coverage) {

    /** Whether bodies may be missing: EACAT gives at most 500 and does not say when it cut (contract pci 13). */
    public enum Coverage {
        /** Every body that matches. */
        WHOLE,
        /**
         * The answer was cut, and the question was asked again in parts, each of which is whole. Missing are at most bodies without
         * province, and of types that are not in the list of types, beyond the first 500.
         */
        BY_PARTS,
        /** The answer was cut: bodies are missing. Ask more narrowly. */
        CUT
    }

    /** Copies the list. */
    public BodyList {
        bodies = List.copyOf(bodies);
        Objects.requireNonNull(coverage, "coverage");
    }
}
