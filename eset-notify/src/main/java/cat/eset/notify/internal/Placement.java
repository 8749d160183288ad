package cat.eset.notify.internal;

import cat.eset.core.DocumentContent;
import cat.eset.notify.DocumentTransport;
import cat.eset.notify.ServiceLimits;
import cat.eset.notify.error.NoticeRefusedException;
import cat.eset.notify.internal.wire.SendCodec;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.NoticeDocument;
import cat.eset.transport.pci.Attachment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides how each document travels, and checks the limits that depend on it and on the town hall. */
public record Placement(DocumentTransport transport, ServiceLimits limits) {

    /** Documents in order, and the files of the envelope that some of them point at. */
    record Placed(List<SendCodec.PlacedDocument> documents, List<Attachment> attachments) {}

    void check(Notice notice, Instant now) {
        notice.expedient().ifPresent(e -> {
            if (e.length() > limits.expedientLength()) {
                throw NoticeRefusedException.of(
                        limits.expedientLength() == 34 ? 729 : 728,
                        "the expedient has more than " + limits.expedientLength() + " characters");
            }
        });
        notice.registration()
                .fold(
                        registered -> {
                            Instant at = registered.at();
                            if (at.isAfter(now) || at.isBefore(now.minus(limits.registryAge()))) {
                                throw NoticeRefusedException.of(
                                        716,
                                        "the exit entry is in the future or older than "
                                                + limits.registryAge().toDays() + " days");
                            }
                            return true;
                        },
                        byENotum -> true,
                        without -> true);
    }

    Placed place(Notice notice) {
        List<NoticeDocument> all = new ArrayList<>();
        all.add(notice.resolution());
        all.addAll(notice.annexes());
        boolean inline = transport == DocumentTransport.INLINE_WHEN_SMALL && totalBytes(all) <= limits.inlineBytes();
        List<SendCodec.PlacedDocument> documents = new ArrayList<>();
        List<Attachment> attachments = new ArrayList<>();
        for (NoticeDocument document : all) {
            Optional<DocumentContent> content = content(document);
            if (content.isEmpty() || inline) {
                documents.add(new SendCodec.PlacedDocument(document, Optional.empty()));
            } else {
                String id = "doc-" + (attachments.size() + 1);
                checkSize(content.orElseThrow());
                attachments.add(new Attachment(id, document.wireName(), content.orElseThrow()));
                documents.add(new SendCodec.PlacedDocument(document, Optional.of(id)));
            }
        }
        return new Placed(documents, attachments);
    }

    private void checkSize(DocumentContent content) {
        if (content.length() > limits.attachedBytes()) {
            throw NoticeRefusedException.of(
                    914, "a document of " + content.length() + " bytes exceeds " + limits.attachedBytes());
        }
    }

    private static long totalBytes(List<NoticeDocument> documents) {
        return documents.stream()
                .flatMap(d -> content(d).stream())
                .mapToLong(DocumentContent::length)
                .sum();
    }

    private static Optional<DocumentContent> content(NoticeDocument document) {
        return document.where()
                .fold(content -> Optional.of(content.bytes()), file -> Optional.empty(), stored -> Optional.empty());
    }
}
