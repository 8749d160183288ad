package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.LegalTime;
import cat.eset.core.OperationId;
import cat.eset.core.decree.Decree;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import cat.eset.core.privacy.PersonalDataScan;
import cat.eset.core.publication.Edict;
import cat.eset.core.publication.EdictOrder;
import cat.eset.core.publication.NoticeBoardGateway;
import cat.eset.core.publication.Publication;
import cat.eset.core.publication.PublicationEvent;
import java.util.List;
import java.util.Optional;

/**
 * Edicts, from the approved document to the diligence that says how long it was exposed (contract eset-model 2.5). Thread-safe.
 *
 * <p>The operation of a publication is stored before anything is sent. Whatever breaks afterwards, the publication is
 * {@link Publication.State#UNKNOWN} and the next thing to do is {@link #reconcile}.
 */
public final class PublicationCircuit {

    private final Desk desk;
    private final NoticeBoardGateway board;

    PublicationCircuit(Desk desk, NoticeBoardGateway board) {
        this.desk = desk;
        this.board = board;
    }

    /**
     * Prepares a publication; nothing is sent yet.
     *
     * @param document what is published; signed
     * @param annexes further documents, which have to be in the store before it starts
     * @param edict what the board says of it; personal data in its title or description are refused unless it says that it holds
     *     them
     */
    public Publication prepare(
            ExpedientNumber expedient, DocumentId document, List<DocumentId> annexes, Edict edict, Actor by) {
        Rules.PUBLICATION_PERSONAL_DATA.require(
                edict.personalData()
                        || PersonalDataScan.scan(edict.title() + "\n" + edict.description())
                                .isEmpty(),
                "publishing document " + document);
        desk.expedient(by.townHall(), expedient);
        annexes.forEach(desk::document);
        return desk.inTransaction(() -> save(Publication.prepare(
                new PublicationEvent.PublicationPrepared(desk.nextOperation(), expedient, document, annexes, edict),
                desk.document(document),
                by,
                desk.now())));
    }

    /**
     * Publishes what was prepared, once.
     *
     * @return {@code PUBLISHED}; or {@code REFUSED} or {@code UNKNOWN}, and then {@link #problem} says why
     * @throws EsetException if the board cannot be asked. If certainly nothing was sent, it may be published again; if not, it is
     *     {@code UNKNOWN}
     */
    public Publication publish(OperationId operation, Actor by) {
        EdictOrder order = orderOf(get(operation), by);
        Publication sending = desk.inTransaction(() -> save(get(operation).startPublishing(by, desk.now())));
        SendOutcome outcome = desk.sending(
                () -> board.publish(operation, order),
                () -> save(sending.reconciled(new Reconciliation.Absent(operation), by, desk.now())));
        return desk.inTransaction(() -> kept(sending.sent(outcome, by, desk.now()), by));
    }

    /**
     * Asks the board about a publication whose outcome is unknown. If it certainly did not arrive, it is ready to be published again,
     * with the same operation.
     */
    public Publication reconcile(OperationId operation, Actor by) {
        Publication unknown = get(operation);
        Rules.PUBLICATION_STATE.require(
                unknown.state() == Publication.State.UNKNOWN, "reconciling " + operation + " in " + unknown.state());
        Reconciliation found = board.reconcile(operation);
        return desk.inTransaction(() -> kept(unknown.reconciled(found, by, desk.now()), by));
    }

    /** Drops what was prepared and not published. */
    public Publication cancel(OperationId operation, String reason, Actor by) {
        return desk.inTransaction(() -> save(get(operation).cancel(reason, by, desk.now())));
    }

    /**
     * Takes an edict down before its time. Asking again after an unknown outcome is the same operation.
     *
     * @throws EsetException if the board refused, or it is not known whether it is down; the failure says which
     */
    public Publication withdraw(OperationId operation, String reason, Actor by) {
        Publication published = published(operation, "withdrawing");
        OperationId withdrawal = desk.operationOf("withdrawal/" + operation);
        board.withdraw(withdrawal, boardId(published), reason)
                .fold(
                        down -> down,
                        refused -> {
                            throw new EsetException(refused.failure());
                        },
                        unknown -> {
                            throw new EsetException(unknown.failure());
                        });
        return desk.inTransaction(() -> save(published.withdraw(reason, by, desk.now())));
    }

    /**
     * Asks the board where an edict is. When its time is over, the certificate of the board goes into the expedient and a diligence
     * says from when to when it was exposed (Reial decret 128/2018 art. 3.2.j).
     *
     * @throws EsetException if the board cannot be asked
     */
    public Publication follow(OperationId operation, Actor by) {
        Publication published = published(operation, "following");
        String id = boardId(published);
        return switch (board.status(id)) {
            case ENDED -> end(published, board.certificate(id), by);
            case WITHDRAWN, CANCELLED ->
                desk.inTransaction(() -> save(published.withdraw("taken down on the board", by, desk.now())));
            case PENDING, PUBLISHED, UNRECOGNISED -> published;
        };
    }

    private Publication end(Publication published, Optional<DocumentContent> certificate, Actor by) {
        Optional<ContentRef> content = certificate.map(desk.store.documents()::put);
        Edict edict = published.prepared().edict();
        String last = edict.to().orElse(LegalTime.dateOf(desk.now())).toString();
        return desk.inTransaction(() -> {
            Diligence diligence = desk.state(
                    "Edicte exposat al tauler del " + edict.from() + " al " + last + " (" + boardId(published) + ")",
                    by);
            Optional<DocumentId> document = content.map(ref -> desk.capture(
                            published.prepared().expedient(),
                            DocumentMetadata.ofTownHall("Diligència de publicació", DocumentType.DILIGENCE),
                            ref,
                            desk.codes.next(by.townHall()),
                            Optional.empty(),
                            by)
                    .id());
            desk.store
                    .expedients()
                    .save(desk.expedient(by.townHall(), published.prepared().expedient())
                            .note(diligence.id().value(), by, desk.now()));
            return save(published.end(diligence.id().value(), document, by, desk.now()));
        });
    }

    /**
     * Why the last sending was refused, or its outcome is not known: one line of English for support, with the code of the service and what to do,
     * without personal data. Empty in other states, and when nobody lived to tell.
     */
    public Optional<String> problem(OperationId operation) {
        return desk.lastEvent(get(operation).key()).flatMap(event -> {
            if (event instanceof PublicationEvent.EdictRefused refused) {
                return Optional.of(refused.reason());
            }
            return event instanceof PublicationEvent.PublishingUnknown unknown
                    ? Optional.of(unknown.reason())
                    : Optional.empty();
        });
    }

    /** A publication. */
    public Publication get(OperationId operation) {
        return desk.store
                .publications()
                .find(operation)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for publication " + operation));
    }

    private Publication published(OperationId operation, String step) {
        Publication publication = get(operation);
        Rules.PUBLICATION_STATE.require(
                publication.state() == Publication.State.PUBLISHED,
                step + " publication " + operation + " in " + publication.state());
        return publication;
    }

    private static String boardId(Publication published) {
        return published.boardId().orElseThrow();
    }

    private EdictOrder orderOf(Publication publication, Actor by) {
        PublicationEvent.PublicationPrepared prepared = publication.prepared();
        return new EdictOrder(
                prepared.edict(),
                prepared.expedient().text(),
                attached(prepared.document()),
                prepared.annexes().stream().map(this::attached).toList(),
                by);
    }

    private EdictOrder.Attached attached(DocumentId id) {
        Document document = desk.document(id);
        return new EdictOrder.Attached(Desk.fileName(document), document.title(), desk.content(document));
    }

    private Publication kept(Change<Publication, PublicationEvent> change, Actor by) {
        Publication after = save(change);
        if (after.state() == Publication.State.PUBLISHED) {
            desk.markDecree(after.prepared().document(), Decree.Mark.PUBLISHED, after.operation(), by);
        }
        return after;
    }

    private Publication save(Change<Publication, PublicationEvent> change) {
        if (!change.events().isEmpty()) {
            desk.store.publications().save(change);
        }
        return change.state();
    }
}
