package cat.eset.store;

import java.util.function.Function;

/** What came of following the chain of events of a town hall. */
public sealed interface ChainCheck {

    /**
     * Every event is as it was written, and none is missing.
     *
     * @param end the last link
     */
    record Intact(ChainLink end) implements ChainCheck {
        @Override
        public <T> T fold(Function<Intact, T> intact, Function<Broken, T> broken) {
            return intact.apply(this);
        }
    }

    /**
     * Somebody changed, removed or added an event by other means than the store.
     *
     * @param position place of the first event that does not fit
     * @param what what is wrong with it, without its content
     */
    record Broken(long position, String what) implements ChainCheck {
        @Override
        public <T> T fold(Function<Intact, T> intact, Function<Broken, T> broken) {
            return broken.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<Intact, T> intact, Function<Broken, T> broken);
}
