package cat.eset.notify.record;

import cat.eset.core.DocumentContent;

/**
 * The readable receipt of a notification, downloaded and with its digest taken here.
 *
 * @param id number of the notification
 * @param desalDocument its identifier in DESA'L
 * @param content the PDF
 */
public record EvidencePdf(NotificationId id, String desalDocument, DocumentContent content) {}
