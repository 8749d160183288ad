package cat.eset.notify.internal.wire;

import cat.eset.notify.notice.ContentLanguage;
import cat.eset.notify.record.NotificationId;
import cat.eset.transport.xml.XmlElement;
import java.util.Optional;

/** {@code Evidencia} (contract enotum 6.4). */
public final class EvidenceCodec extends NtCodec<EvidenceCodec.Query, EvidenceCodec.Found> {

    /** Of which notification, as PDF or XML, in which language. */
    public record Query(NotificationId id, boolean pdf, Optional<ContentLanguage> language) {}

    /** What came: texts exactly as they were, and where the PDF is. */
    public record Found(
            NotificationId id,
            Optional<String> deposit,
            Optional<String> practice,
            Optional<String> cancellation,
            Optional<Pdf> pdf) {}

    /** Where the PDF is; the address is short-lived. */
    public record Pdf(String desalDocument, String address) {}

    /** The codec. */
    public EvidenceCodec() {
        super("Evidencia");
    }

    @Override
    void writeBody(Query q, Nt nt) {
        nt.text("IdNotificacio", q.id().toString())
                .text("TipusEvidencia", q.pdf() ? "PDF" : "XML")
                .text("IdiomaEvidenciaPDF", q.language());
    }

    @Override
    Optional<Found> readBody(XmlElement e) {
        return Reading.id(e)
                .map(id -> new Found(
                        id,
                        exact(e, "Diposit"),
                        exact(e, "AcceptacioRebuig"),
                        exact(e, "Anullacio"),
                        e.child("EvidenciaPDF")
                                .flatMap(p -> p.text("URLDescarrega")
                                        .map(url -> new Pdf(p.text("UUID").orElse(""), url)))));
    }

    /** Signed XML inside XML: not a character may change (contract enotum, trap 36). */
    private static Optional<String> exact(XmlElement e, String name) {
        return e.child(name).map(XmlElement::rawText).filter(t -> !t.isBlank());
    }
}
