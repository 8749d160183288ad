package cat.eset.registry.mux;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the receipts of a transaction are (contract mux 6.3). They are documents in DESA'L, and come some time after the entry.
 *
 * @param transactionId of which transaction
 * @param entry identity in DESA'L of the receipt of the entry
 * @param exit identity in DESA'L of the receipt of the exit
 */
public record Receipts(String transactionId, Optional<String> entry, Optional<String> exit) {

    /** Checks the values. */
    public Receipts {
        Objects.requireNonNull(transactionId, "transactionId");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(exit, "exit");
    }
}
