package cat.eset.notify.record;

import cat.eset.core.DocumentContent;
import java.util.Optional;

/**
 * The signed XML evidence of a notification (contract enotum 10): bytes exactly as the service gave them. Store it as soon
 * as there is an outcome, because the service promises no custody.
 *
 * @param id number of the notification
 * @param deposit that it was put at disposal
 * @param practice that it was accepted or rejected, by a person or by the system
 * @param cancellation that it was cancelled
 */
public record EvidenceXml(
        NotificationId id,
        Optional<DocumentContent> deposit,
        Optional<DocumentContent> practice,
        Optional<DocumentContent> cancellation) {}
