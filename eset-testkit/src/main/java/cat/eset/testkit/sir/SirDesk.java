package cat.eset.testkit.sir;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The other side of the simulated SIR: the administrations outside Catalonia, and what the contract leaves open. Everything happens at
 * the time that the virtual clock shows. Thread-safe.
 *
 * <p>Where the contract is silent it does what hurts a client most: synchronising tells everything once, and a repeated
 * {@code idEnviament} is sent twice.
 */
public interface SirDesk {

    /** Every exchange, oldest first. */
    List<SirExchange> exchanges();

    /** One of them by its {@code idEnviamentSIR}. */
    default Optional<SirExchange> find(String id) {
        return exchanges().stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Those with this {@code idEnviament}. */
    default List<SirExchange> withSendingId(String sendingId) {
        return exchanges().stream().filter(e -> e.sendingId().equals(sendingId)).toList();
    }

    /** The destination takes what the town hall sent. */
    void confirm(String id, String entryNumber);

    /** The destination sends back what the town hall sent. */
    void reject(String id, String reason);

    /** The destination passes on what the town hall sent. */
    void forward(String id, String office, String remarks);

    /** What the town hall sent fails on the way. */
    void fail(String id, String message);

    /**
     * Another administration sends something to the first town hall.
     *
     * @param sicres the message of SICRES 3, which may break any limit
     * @param files bytes by name
     * @return its {@code idEnviamentSIR}
     */
    String deliver(String sicres, Map<String, byte[]> files);

    /** From now on synchronising tells each event once ({@code true}, as at the start) or again and again. */
    void tellOnce(boolean once);

    /** The next operation with an effect answers {@code 502} with this text and does nothing. */
    void refuseNext(String text);

    /** The next operation with an effect does its work and answers {@code 502} with this text all the same. */
    void refuseNextAfterDoing(String text);

    /** From now on downloads give other bytes than those that were sent, or the right ones again. */
    void spoilDownloads(boolean spoil);
}
