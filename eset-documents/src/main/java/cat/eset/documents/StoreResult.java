package cat.eset.documents;

import cat.eset.core.Failure;
import java.util.Objects;
import java.util.function.Function;

/** What became of storing a document. */
public sealed interface StoreResult {

    /**
     * It is there.
     *
     * @param document what DESA'L says about it
     */
    record Stored(DesalDocument document) implements StoreResult {
        /** Checks the value. */
        public Stored {
            Objects.requireNonNull(document, "document");
        }

        @Override
        public <T> T fold(Function<Stored, T> stored, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return stored.apply(this);
        }
    }

    /**
     * DESA'L refused it; no document exists.
     *
     * @param failure why, and what to do
     */
    record Refused(Failure failure) implements StoreResult {
        /** Checks the value. */
        public Refused {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Stored, T> stored, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return refused.apply(this);
        }
    }

    /**
     * The bytes are there, and it is not known whether the document is. Ask with {@link DesalClient#reconcile}.
     *
     * @param fileUuid identity of the bytes, to be stored by the caller
     * @param failure what broke
     */
    record Unknown(String fileUuid, Failure failure) implements StoreResult {
        /** Checks the values. */
        public Unknown {
            Objects.requireNonNull(fileUuid, "fileUuid");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<Stored, T> stored, Function<Refused, T> refused, Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Stored, T> stored, Function<Refused, T> refused, Function<Unknown, T> unknown);
}
