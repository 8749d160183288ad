package cat.eset.examples;

import cat.eset.core.OperationId;
import cat.eset.core.id.Nif;
import cat.eset.documents.DesalClient;
import cat.eset.documents.DesalDocument;
import cat.eset.documents.NewDocument;
import cat.eset.documents.StoreResult;
import cat.eset.notify.ENotum;
import cat.eset.notify.SendResult;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.NoticeDocument;
import cat.eset.notify.notice.Recipient;
import java.util.UUID;

/** Stores a resolution in DESA'L and notifies a reference to it: its bytes travel once. */
public final class NotifyByReference {

    private NotifyByReference() {}

    static String notify(DesalClient desal, ENotum enotum, OperationId operation, NewDocument decree) {
        // tag::notify[]
        StoreResult result = desal.store(decree);
        if (!(result instanceof StoreResult.Stored stored)) {
            return "ask again later: desal.reconcile(fileUuid, decree), or correct it: " + result;
        }
        DesalDocument document = desal.awaitContent(stored.document().uuid()); // until the antivirus releases it

        SendResult sent = enotum.send(
                operation,
                Notice.notification("Concessió de llicència")
                        .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple")
                                .email("maria@exemple.cat"))
                        .resolution(NoticeDocument.desalDocument("decret.pdf", UUID.fromString(document.uuid()))
                                .withSha256(decree.content().sha256()))
                        .expedient("12/2026")
                        .registeredByENotum()
                        .build());
        // end::notify[]
        return sent.fold(
                queued -> "waiting for deposit, e-NOTUM id " + queued.id(),
                refused -> refused.error().code() + ": " + refused.failure().remedy(),
                unknown -> "ask again later: enotum.reconcile(" + operation + ")");
    }
}
