package cat.eset.core.eni;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The index of an expedient and its signatures. Immutable.
 *
 * @param content what it says
 * @param signatures at least one on an index that leaves the house
 * @param original the index content as it was read, which is what its signatures cover; empty for one of our own
 */
public record EniIndex(EniIndexContent content, List<EniSignature> signatures, Optional<VerbatimXml> original) {

    /** XML id of the index content that we write: what is signed. */
    public static final String CONTENT_ID = "INDICE_CONTENIDO";

    /** Checks the values. */
    public EniIndex {
        Objects.requireNonNull(content, "content");
        signatures = List.copyOf(signatures);
        Objects.requireNonNull(original, "original");
    }

    /** An index without signature. */
    public static EniIndex of(EniIndexContent content) {
        return new EniIndex(content, List.of(), Optional.empty());
    }

    /** XML id of the content of this index: what is to be signed. Empty if it was read without one, and cannot be. */
    public Optional<String> contentId() {
        return original.isPresent() ? XmlIds.ofRoot(original.get()) : Optional.of(CONTENT_ID);
    }

    /** With one more signature. */
    public EniIndex signed(EniSignature signature) {
        List<EniSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new EniIndex(content, more, original);
    }
}
