package cat.eset.registry.mux;

import java.util.OptionalLong;
import java.util.function.Function;

/** Where the cursor of a mailbox is after it was asked to move (contract mux 6.4). */
public sealed interface MailboxMove {

    /**
     * It is on this element.
     *
     * @param position number of the element
     */
    record At(long position) implements MailboxMove {
        @Override
        public <T> T fold(Function<At, T> at, Function<NoMore, T> noMore, Function<Refused, T> refused) {
            return at.apply(this);
        }
    }

    /**
     * There is nothing new; it stays on the last element, which reading would give again.
     *
     * @param position number of the last element, if MUX says it
     */
    record NoMore(OptionalLong position) implements MailboxMove {
        @Override
        public <T> T fold(Function<At, T> at, Function<NoMore, T> noMore, Function<Refused, T> refused) {
            return noMore.apply(this);
        }
    }

    /**
     * It did not move: there is no such element, or no such mailbox.
     *
     * @param message what MUX said
     */
    record Refused(String message) implements MailboxMove {
        @Override
        public <T> T fold(Function<At, T> at, Function<NoMore, T> noMore, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<At, T> at, Function<NoMore, T> noMore, Function<Refused, T> refused);
}
