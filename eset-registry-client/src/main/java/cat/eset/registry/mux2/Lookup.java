package cat.eset.registry.mux2;

import cat.eset.core.DocumentContent;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What MUX has under a number or in a window of time. */
public sealed interface Lookup {

    /** One function per case. */
    <T> T fold(Function<Found, T> found, Function<Nothing, T> nothing);

    /** What could be read; empty if there is nothing. */
    default List<FoundEntry> entries() {
        return fold(Found::entries, nothing -> List.of());
    }

    /**
     * It has something.
     *
     * @param entries what could be read of it; the form of this answer is not published, so possibly less than there is
     * @param raw the whole answer, as XML; personal data
     */
    record Found(List<FoundEntry> entries, DocumentContent raw) implements Lookup {
        /** Checks the values and copies the list. */
        public Found {
            entries = List.copyOf(entries);
            Objects.requireNonNull(raw, "raw");
        }

        @Override
        public <T> T fold(Function<Found, T> found, Function<Nothing, T> nothing) {
            return found.apply(this);
        }
    }

    /** It has nothing: of a number that our registry gave, the answer never reached it. */
    record Nothing() implements Lookup {
        @Override
        public <T> T fold(Function<Found, T> found, Function<Nothing, T> nothing) {
            return nothing.apply(this);
        }
    }
}
