package cat.eset.registry.mux2;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What MUX says of the documents of an entry (contract mux 5.3, 11.1). */
public sealed interface Documents {

    /** One function per case. */
    <T> T fold(Function<Found, T> found, Function<NoEntry, T> noEntry, Function<NoDocument, T> noDocument);

    /**
     * It has these.
     *
     * @param documents possibly none
     */
    record Found(List<StoredDocument> documents) implements Documents {
        /** Copies the list. */
        public Found {
            documents = List.copyOf(documents);
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<NoEntry, T> noEntry, Function<NoDocument, T> noDocument) {
            return found.apply(this);
        }
    }

    /**
     * It knows no entry of this number: the number is wrong, or nobody was told of it. Reconcile.
     *
     * @param text what it said
     */
    record NoEntry(String text) implements Documents {
        /** Checks the value. */
        public NoEntry {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<NoEntry, T> noEntry, Function<NoDocument, T> noDocument) {
            return noEntry.apply(this);
        }
    }

    /**
     * It knows the entry and has no document of it yet, or never will: some applications leave none. Ask again with growing pauses, and stop.
     *
     * @param text what it said
     */
    record NoDocument(String text) implements Documents {
        /** Checks the value. */
        public NoDocument {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<NoEntry, T> noEntry, Function<NoDocument, T> noDocument) {
            return noDocument.apply(this);
        }
    }
}
