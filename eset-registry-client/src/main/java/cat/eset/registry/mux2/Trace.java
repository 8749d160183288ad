package cat.eset.registry.mux2;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What MUX has that looks like an entry whose creation has an unknown outcome. */
public sealed interface Trace {

    /** One function per case. */
    <T> T fold(Function<One, T> one, Function<Several, T> several, Function<None, T> none);

    /**
     * One entry has its subject and its instant of presentation: it was created.
     *
     * @param entry that one
     */
    record One(FoundEntry entry) implements Trace {
        /** Checks the value. */
        public One {
            Objects.requireNonNull(entry, "entry");
        }

        @Override
        public <T> T fold(Function<One, T> one, Function<Several, T> several, Function<None, T> none) {
            return one.apply(this);
        }
    }

    /**
     * Several entries have them: a person has to decide.
     *
     * @param entries those
     */
    record Several(List<FoundEntry> entries) implements Trace {
        /** Copies the list. */
        public Several {
            entries = List.copyOf(entries);
        }

        @Override
        public <T> T fold(Function<One, T> one, Function<Several, T> several, Function<None, T> none) {
            return several.apply(this);
        }
    }

    /**
     * No entry has them. No proof: how soon an entry is found is not published, nor is the form of the answer.
     *
     * @param unreadable how many entries were found of which nothing could be read
     */
    record None(int unreadable) implements Trace {
        @Override
        public <T> T fold(Function<One, T> one, Function<Several, T> several, Function<None, T> none) {
            return none.apply(this);
        }
    }
}
