package cat.eset.core.archive;

import cat.eset.core.Failure;
import java.util.Objects;
import java.util.function.Function;

/** What an archive has done with a deposit. */
public sealed interface ArchiveStatus {

    /** It has not decided yet. */
    record InProcess() implements ArchiveStatus {
        @Override
        public <T> T fold(Function<InProcess, T> process, Function<Kept, T> kept, Function<Rejected, T> rejected) {
            return process.apply(this);
        }
    }

    /**
     * It keeps the expedient.
     *
     * @param receipt identity of what it keeps, by which it is asked for later
     */
    record Kept(String receipt) implements ArchiveStatus {
        /** Checks the value. */
        public Kept {
            Objects.requireNonNull(receipt, "receipt");
        }

        @Override
        public <T> T fold(Function<InProcess, T> process, Function<Kept, T> kept, Function<Rejected, T> rejected) {
            return kept.apply(this);
        }
    }

    /**
     * It refuses the deposit; nothing is kept there.
     *
     * @param failure why, and what to do
     */
    record Rejected(Failure failure) implements ArchiveStatus {
        /** Checks the value. */
        public Rejected {
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public <T> T fold(Function<InProcess, T> process, Function<Kept, T> kept, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(Function<InProcess, T> process, Function<Kept, T> kept, Function<Rejected, T> rejected);
}
