package cat.eset.signature;

import java.util.function.Function;

/** What became of one document of a batch. */
public sealed interface BatchOutcome permits BatchOutcome.Signed, BatchOutcome.Failed {

    /** The caller's name for the document. */
    String id();

    /**
     * It was signed.
     *
     * @param id the caller's name for it
     * @param document the result, to be closed by whoever receives it
     */
    record Signed(String id, SignedDocument document) implements BatchOutcome {
        @Override
        public <T> T fold(Function<Signed, ? extends T> signed, Function<Failed, ? extends T> failed) {
            return signed.apply(this);
        }
    }

    /**
     * It was not, and nothing is left of the attempt.
     *
     * @param id the caller's name for it
     * @param error why
     */
    record Failed(String id, SigningException error) implements BatchOutcome {
        @Override
        public <T> T fold(Function<Signed, ? extends T> signed, Function<Failed, ? extends T> failed) {
            return failed.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Signed, ? extends T> signed, Function<Failed, ? extends T> failed);
}
