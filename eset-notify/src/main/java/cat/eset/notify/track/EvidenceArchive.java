package cat.eset.notify.track;

import cat.eset.notify.record.EvidencePdf;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationId;
import java.util.Optional;

/**
 * Where the town hall keeps evidence: usually the expedient. e-NOTUM promises no custody (contract enotum 10). Must be
 * thread-safe.
 */
public interface EvidenceArchive {

    /** After which event evidence was fetched: a cancellation makes more of it. */
    enum Stage {
        /** Accepted, rejected or expired. */
        OUTCOME,
        /** Cancelled, before or after an outcome. */
        CANCELLATION
    }

    /** Whether the evidence of a stage was kept before, so that a crash between keeping and noting it keeps it once. */
    boolean holds(NotificationId id, Stage stage);

    /**
     * Keeps it.
     *
     * @param pdf empty only when the service did not generate it for as long as the tracker waits
     */
    void keep(NotificationId id, Stage stage, EvidenceXml xml, Optional<EvidencePdf> pdf);
}
