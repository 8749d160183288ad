package cat.eset.transport.pci;

import cat.eset.core.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of a request ({@code SolicitudTransmision}). Immutable: every method gives a new one.
 *
 * @param <Q> request of the product
 */
public final class PciItem<Q> {

    private final Q payload;
    private final @Nullable String id;
    private final @Nullable String caseNumber;
    private final @Nullable DataSubject subject;
    private final List<Attachment> attachments;
    private final boolean pdf;
    private final boolean evidence;

    private PciItem(
            Q payload,
            @Nullable String id,
            @Nullable String caseNumber,
            @Nullable DataSubject subject,
            List<Attachment> attachments,
            boolean pdf,
            boolean evidence) {
        this.payload = payload;
        this.id = id;
        this.caseNumber = caseNumber;
        this.subject = subject;
        this.attachments = attachments;
        this.pdf = pdf;
        this.evidence = evidence;
    }

    /** An item with this payload. */
    public static <Q> PciItem<Q> of(Q payload) {
        return new PciItem<>(payload, null, null, null, List.of(), false, false);
    }

    /** Its own {@code IdSolicitud} (1 to 40 characters); without it, one derived from the operation. */
    public PciItem<Q> id(String value) {
        if (!value.matches("[A-Za-z0-9_-]{1,40}")) {
            throw InvalidValueException.of("PciItem", "an id of 1 to 40 letters, digits, underscores and hyphens");
        }
        return new PciItem<>(payload, value, caseNumber, subject, attachments, pdf, evidence);
    }

    /** Number of the expedient ({@code IdTransmision}), 1 to 26 characters. */
    public PciItem<Q> caseNumber(String value) {
        if (value.isBlank() || value.length() > 26) {
            throw InvalidValueException.of("PciItem", "a case number of 1 to 26 characters");
        }
        return new PciItem<>(payload, id, value, subject, attachments, pdf, evidence);
    }

    /** The person the query is about. */
    public PciItem<Q> subject(DataSubject value) {
        return new PciItem<>(
                payload, id, caseNumber, Objects.requireNonNull(value, "value"), attachments, pdf, evidence);
    }

    /** One more file; {@link PciBatch.Builder#build} sees to it that no two of a request have the same id. */
    public PciItem<Q> attach(Attachment value) {
        List<Attachment> more = new ArrayList<>(attachments);
        more.add(Objects.requireNonNull(value, "value"));
        return new PciItem<>(payload, id, caseNumber, subject, List.copyOf(more), pdf, evidence);
    }

    /**
     * Asks for a printable PDF and for the original messages of the issuers (contract pci 8). A PDF needs a civil servant.
     */
    public PciItem<Q> extensions(boolean wantPdf, boolean wantEvidence) {
        return new PciItem<>(payload, id, caseNumber, subject, attachments, wantPdf, wantEvidence);
    }

    /** Payload. */
    public Q payload() {
        return payload;
    }

    /** Its own id, where it has one. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** Number of the expedient. */
    public Optional<String> caseNumber() {
        return Optional.ofNullable(caseNumber);
    }

    /** The person the query is about. */
    public Optional<DataSubject> subject() {
        return Optional.ofNullable(subject);
    }

    /** Files. */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** Whether a printable PDF is asked for. */
    public boolean wantsPdf() {
        return pdf;
    }

    /** Whether the original messages are asked for. */
    public boolean wantsEvidence() {
        return evidence;
    }

    /** Not the payload, which may hold personal data. */
    @Override
    public String toString() {
        return "PciItem[" + (id == null ? "" : id) + "]";
    }
}
