package cat.eset.transport.pci;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The envelope of an answer. Immutable. */
public final class PciReply {

    private final String requestId;
    private final PciState state;
    private final Optional<String> timestamp;
    private final List<PciTransmission> transmissions;
    private final Optional<X509Certificate> signer;
    private final byte[] message;

    PciReply(
            String requestId,
            PciState state,
            Optional<String> timestamp,
            List<PciTransmission> transmissions,
            Optional<X509Certificate> signer,
            byte[] message) {
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        this.state = Objects.requireNonNull(state, "state");
        this.timestamp = Objects.requireNonNull(timestamp, "timestamp");
        this.transmissions = List.copyOf(transmissions);
        this.signer = Objects.requireNonNull(signer, "signer");
        this.message = message;
    }

    /** {@code IdPeticion} of the request that was answered; a question that was repeated bears a new one. */
    public String requestId() {
        return requestId;
    }

    /** Outcome at the level of the PCI. */
    public PciState state() {
        return state;
    }

    /** {@code TimeStamp} of the PCI as it wrote it. */
    public Optional<String> timestamp() {
        return timestamp;
    }

    /** Items, in the order of the answer. */
    public List<PciTransmission> transmissions() {
        return transmissions;
    }

    /**
     * Certificate whose signature over the Body was checked; empty when verification is off or, with
     * {@link SignatureVerification#WARN}, failed.
     */
    public Optional<X509Certificate> signer() {
        return signer;
    }

    /** The whole answer exactly as it came, to be kept as evidence; a copy. */
    public DocumentContent message() {
        return DocumentContent.of(message, MediaType.XML);
    }

    /** Ids and state. */
    @Override
    public String toString() {
        return "PciReply[" + requestId + ", " + state + ", " + transmissions.size() + " items]";
    }
}
