package cat.eset.store.dispatch;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What became of a message. */
public sealed interface Delivery {

    /** It is where it had to go. */
    record Done() implements Delivery {
        @Override
        public <T> T fold(Function<Done, T> done, Function<Later, T> later, Function<Hopeless, T> hopeless) {
            return done.apply(this);
        }
    }

    /**
     * It is to be tried again.
     *
     * @param reason why not now, without personal data
     * @param after how long to wait, thirty days at most; the dispatcher decides when not said
     */
    record Later(String reason, Optional<Duration> after) implements Delivery {
        /** Checks the values. */
        public Later {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Later, T> later, Function<Hopeless, T> hopeless) {
            return later.apply(this);
        }
    }

    /**
     * It will never get there as it is: it is put aside for a person.
     *
     * @param reason why, without personal data
     */
    record Hopeless(String reason) implements Delivery {
        /** Checks the value. */
        public Hopeless {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Function<Done, T> done, Function<Later, T> later, Function<Hopeless, T> hopeless) {
            return hopeless.apply(this);
        }
    }

    /** It is where it had to go. */
    static Delivery done() {
        return new Done();
    }

    /** It is to be tried again when the dispatcher thinks fit. */
    static Delivery later(String reason) {
        return new Later(reason, Optional.empty());
    }

    /** It is to be tried again after this time. */
    static Delivery later(String reason, Duration after) {
        return new Later(reason, Optional.of(after));
    }

    /** It is put aside for a person. */
    static Delivery hopeless(String reason) {
        return new Hopeless(reason);
    }

    /** One function per case. */
    <T> T fold(Function<Done, T> done, Function<Later, T> later, Function<Hopeless, T> hopeless);
}
