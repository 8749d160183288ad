package cat.eset.testkit.mux;

import cat.eset.core.Secret;
import java.util.List;

/** MUX V3 as it faces the registry of a vendor (contract mux 4, 6, 7). Thread-safe. */
public interface MuxDesk {

    /** Names the registry endpoint of the vendor, with the shared secret; it replaces the earlier one. */
    void register(VendorRegistry registry);

    /**
     * Posts a transaction once and returns what came back, whatever it is. A number that comes back is remembered as
     * the number of that leg, as MUX does.
     */
    VendorAnswer post(MuxTransaction transaction);

    /**
     * Executes a transaction as MUX does: if the leg has a number already, the registry is not called; otherwise it is
     * posted once, and if no number comes back the auxiliary registry numbers it and the element goes to the mailbox.
     */
    default MuxExecution execute(MuxTransaction transaction) {
        return executeInTurn(List.of(transaction));
    }

    /**
     * Executes a transaction several times, as an application does that gets no number and tries again before MUX gives up: each execution is
     * posted until a number comes back, and may carry other data (contract mux 4.1, rule 3). If none comes back from the last one, the
     * auxiliary registry numbers it.
     *
     * @param executions the same transaction and leg in all of them; at least one
     */
    MuxExecution executeInTurn(List<MuxTransaction> executions);

    /** Everything that was posted, oldest first. */
    List<VendorAnswer> posts();

    /** The mailbox of the vendor's registry, 12 hexadecimal digits. */
    String mailboxId();

    /** What the simulator holds per transaction and leg: numbers and consolidation. */
    List<MuxLeg> legs();

    /**
     * Lets a caller use the REST services of MUX with tokens of this issuer, signed with this secret (its characters are
     * the key).
     */
    void allowClient(String issuer, Secret secret);

    /** Adds the receipt of a leg, which the vendor can then ask for; the id is one of the document store. */
    void addReceipt(String transactionId, String leg, String documentUuid);
}
