package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.effect.PaperDelivery;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import cat.eset.core.notification.PaperEvent;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Notifications on paper, from the exit to the receipt or the gazette (contract legal-rules R6.5). Thread-safe. */
public final class PaperCircuit {

    private final Desk desk;

    PaperCircuit(Desk desk) {
        this.desk = desk;
    }

    /**
     * Registers the exit and prepares a notification on paper. Every one of them is also put at disposal in the seat (Llei 39/2015
     * art. 42.1), which is for the caller to do when it is handed over.
     *
     * @param document what is notified; signed
     * @param recipient to whom; not a public body
     * @param extract what the registry says of it
     */
    public PaperNotification prepare(
            ExpedientNumber expedient, DocumentId document, Party recipient, String extract, Actor by) {
        Rules.CHANNEL_PUBLIC_BODY.require(!recipient.isPublicBody(), "notifying from " + expedient);
        Document notified = desk.signed(document);
        return desk.inTransaction(() -> {
            RegistryEntry exit = desk.registerExit(expedient, extract, notified, recipient, by);
            return save(PaperNotification.prepare(
                    new PaperEvent.PaperPrepared(desk.nextOperation(), expedient, document, recipient, exit.number()),
                    by,
                    desk.now()));
        });
    }

    /**
     * Gives it to whoever delivers, or gives it again if the second attempt broke the rules.
     *
     * @param carrier who delivers, or the number of the carrier's receipt
     */
    public PaperNotification handOver(OperationId operation, String carrier, Actor by) {
        return desk.inTransaction(() -> {
            PaperNotification current = get(operation);
            boolean first = current.state() == PaperNotification.State.PREPARED;
            PaperNotification after = save(current.handOver(carrier, by, desk.now()));
            if (first) {
                desk.markDecree(after.prepared().document(), Decree.Mark.NOTIFIED, operation, by);
            }
            return after;
        });
    }

    /**
     * Notes an attempt to deliver it.
     *
     * @param when day and hour of the attempt, local time of Madrid
     * @param calendars of the seat and of where the recipient lives
     */
    public PaperNotification attempt(
            OperationId operation,
            LocalDateTime when,
            PaperDelivery.Outcome outcome,
            WorkingCalendars calendars,
            Actor by) {
        return change(operation, by, (n, who, at) -> n.attempt(when, outcome, calendars, who, at));
    }

    /** Notes its announcement in the official gazette, due after two attempts that failed. */
    public PaperNotification announce(OperationId operation, String reference, LocalDate on, Actor by) {
        return change(operation, by, (n, who, at) -> n.announce(reference, on, who, at));
    }

    /** Notes that the recipient accessed it in the seat. */
    public PaperNotification accessedInSeat(OperationId operation, Instant when, Actor by) {
        return change(operation, by, (n, who, at) -> n.accessedInSeat(when, who, at));
    }

    /** Puts a proof into the expedient: the receipt of an attempt, or the announcement. Gives the new document. */
    public Document storeProof(OperationId operation, String title, DocumentContent proof, Actor by) {
        ContentRef content = desk.store.documents().put(proof);
        return desk.inTransaction(() -> {
            PaperNotification current = get(operation);
            Document document = desk.capture(
                    current.prepared().expedient(),
                    DocumentMetadata.ofTownHall(title, DocumentType.ACKNOWLEDGEMENT),
                    content,
                    desk.codes.next(by.townHall()),
                    Optional.empty(),
                    by);
            save(current.proofStored(document.id(), by, desk.now()));
            return document;
        });
    }

    /** A notification on paper. */
    public PaperNotification get(OperationId operation) {
        return desk.store
                .papers()
                .find(operation)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for notification " + operation));
    }

    private PaperNotification change(OperationId operation, Actor by, Command<PaperNotification, PaperEvent> command) {
        return desk.inTransaction(() -> save(command.on(get(operation), by, desk.now())));
    }

    private PaperNotification save(Change<PaperNotification, PaperEvent> change) {
        desk.store.papers().save(change);
        return change.state();
    }
}
