package cat.eset.registry.mux;

import java.util.List;
import java.util.Objects;

/**
 * What lies under the cursor of a mailbox: a transaction that the auxiliary registry numbered in our stead.
 *
 * @param position number of the element
 * @param transactionId its {@code idTransaccio}
 * @param legs its legs that the auxiliary registry numbered; possibly none, possibly two
 */
public record MailboxElement(long position, String transactionId, List<Leg> legs) {

    /**
     * One leg of it.
     *
     * @param transaction what it asks to register
     * @param auxiliary what the auxiliary registry made of it
     */
    public record Leg(MuxTransaction transaction, AuxiliaryEntry auxiliary) {
        /** Checks the values. */
        public Leg {
            Objects.requireNonNull(transaction, "transaction");
            Objects.requireNonNull(auxiliary, "auxiliary");
        }
    }

    /** Checks the values. */
    public MailboxElement {
        Objects.requireNonNull(transactionId, "transactionId");
        legs = List.copyOf(legs);
    }
}
