package cat.eset.transport.pci;

import java.util.Objects;
import java.util.function.Function;

/**
 * What the PCI answered when nothing went wrong: a result, or the promise of one.
 *
 * @param <T> result
 */
public sealed interface PciAnswer<T> {

    /**
     * The PCI finished. Whether the business operation worked is said by the result.
     *
     * @param value what the codec read
     * @param reply its envelope
     */
    record Completed<T>(T value, PciReply reply) implements PciAnswer<T> {

        /** Checks that nothing is null. */
        public Completed {
            Objects.requireNonNull(reply, "reply");
        }

        @Override
        public <R> R fold(
                Function<? super Completed<T>, ? extends R> completed,
                Function<? super Pending<T>, ? extends R> pending) {
            return completed.apply(this);
        }

        /** Not the value, which may hold personal data. */
        @Override
        public String toString() {
            return "Completed[" + reply + "]";
        }
    }

    /**
     * The PCI has it and has not finished: ask again with {@link PciClient#poll}.
     *
     * @param state where it is, with the estimated hours
     * @param ticket everything that is needed to ask again, also from another program
     */
    record Pending<T>(PciState state, PciTicket ticket) implements PciAnswer<T> {

        /** Checks that nothing is null. */
        public Pending {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(ticket, "ticket");
        }

        @Override
        public <R> R fold(
                Function<? super Completed<T>, ? extends R> completed,
                Function<? super Pending<T>, ? extends R> pending) {
            return pending.apply(this);
        }
    }

    /** Applies the function of the case that holds. */
    <R> R fold(
            Function<? super Completed<T>, ? extends R> completed, Function<? super Pending<T>, ? extends R> pending);
}
