package cat.eset.transport.pci;

import cat.eset.core.DocumentContent;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The envelope of an answer.
 *
 * @param requestId {@code IdPeticion} of the request that was answered; a query that was repeated bears a new one
 * @param state outcome at the level of the PCI
 * @param timestamp {@code TimeStamp} of the PCI as it wrote it
 * @param transmissions items, in the order of the answer
 * @param signer certificate whose signature over the Body was checked; empty when verification is off or, with
 *     {@link SignatureVerification#WARN}, failed
 * @param message the whole answer exactly as it came, to be kept as evidence
 */
public record PciReply(
        String requestId,
        PciState state,
        Optional<String> timestamp,
        List<PciTransmission> transmissions,
        Optional<X509Certificate> signer,
        DocumentContent message) {

    /** Copies the list and checks that nothing is null. */
    public PciReply {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(message, "message");
        transmissions = List.copyOf(transmissions);
    }

    /** Ids and state. */
    @Override
    public String toString() {
        return "PciReply[" + requestId + ", " + state + ", " + transmissions.size() + " items]";
    }
}
