package cat.eset.registry.reconciliation;

import cat.eset.core.registry.RegistryEntry;
import cat.eset.registry.mux2.FoundEntry;
import java.util.Objects;
import java.util.function.Function;

/** What was found out about one entry, of ours or of the auxiliary registry (contract mux 12.1). */
public sealed interface Finding {

    /** One function per case. */
    <T> T fold(
            Function<Linked, T> linked,
            Function<Known, T> known,
            Function<Orphan, T> orphan,
            Function<Unmatched, T> unmatched);

    /** Whether a person has to look. */
    boolean isLeft();

    /** Why nothing could be tied. */
    enum Reason {
        /** Nothing on the other side looks like it. */
        NO_CANDIDATE,
        /** Several on the other side look like it. */
        SEVERAL_CANDIDATES,
        /** What MUX says of it could not be read: look at its raw answer, and at the names it is read with. */
        UNREADABLE
    }

    /**
     * The entry of ours and that of the auxiliary registry are the same one. Its documents are found under the auxiliary number.
     *
     * @param number ours
     * @param auxiliaryNumber that of the auxiliary registry
     * @param before whether an earlier run had tied them already
     */
    record Linked(String number, String auxiliaryNumber, boolean before) implements Finding {
        /** Checks that nothing is null. */
        public Linked {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(auxiliaryNumber, "auxiliaryNumber");
        }

        @Override
        public boolean isLeft() {
            return false;
        }

        @Override
        public <T> T fold(
                Function<Linked, T> linked,
                Function<Known, T> known,
                Function<Orphan, T> orphan,
                Function<Unmatched, T> unmatched) {
            return linked.apply(this);
        }
    }

    /**
     * MUX knows our number: the number is right, and the documents come later. Go on asking for them.
     *
     * @param entry ours
     */
    record Known(RegistryEntry entry) implements Finding {
        /** Checks that nothing is null. */
        public Known {
            Objects.requireNonNull(entry, "entry");
        }

        @Override
        public boolean isLeft() {
            return false;
        }

        @Override
        public <T> T fold(
                Function<Linked, T> linked,
                Function<Known, T> known,
                Function<Orphan, T> orphan,
                Function<Unmatched, T> unmatched) {
            return known.apply(this);
        }
    }

    /**
     * MUX does not know our number, and no entry of the auxiliary registry could be tied to it.
     *
     * @param entry ours
     * @param reason why
     */
    record Orphan(RegistryEntry entry, Reason reason) implements Finding {
        /** Checks that nothing is null. */
        public Orphan {
            Objects.requireNonNull(entry, "entry");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public boolean isLeft() {
            return true;
        }

        @Override
        public <T> T fold(
                Function<Linked, T> linked,
                Function<Known, T> known,
                Function<Orphan, T> orphan,
                Function<Unmatched, T> unmatched) {
            return orphan.apply(this);
        }
    }

    /**
     * The auxiliary registry numbered something that is not in ours, or not recognised there. A citizen has its number: bring it in, by the
     * mailbox or by hand.
     *
     * @param auxiliary what MUX says of it
     * @param reason why
     */
    record Unmatched(FoundEntry auxiliary, Reason reason) implements Finding {
        /** Checks that nothing is null. */
        public Unmatched {
            Objects.requireNonNull(auxiliary, "auxiliary");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public boolean isLeft() {
            return true;
        }

        @Override
        public <T> T fold(
                Function<Linked, T> linked,
                Function<Known, T> known,
                Function<Orphan, T> orphan,
                Function<Unmatched, T> unmatched) {
            return unmatched.apply(this);
        }
    }
}
