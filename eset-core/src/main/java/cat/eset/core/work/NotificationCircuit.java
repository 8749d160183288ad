package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import cat.eset.core.notification.Evidence;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationEvent;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.notification.Reconciliation;
import cat.eset.core.notification.SendOutcome;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Electronic notifications, sent once and followed to their proof (contract legal-rules R6, enotum 13). Thread-safe.
 *
 * <p>The operation of a sending is stored before anything is sent. Whatever breaks afterwards, the notification is
 * {@link Notification.State#UNKNOWN} and the next thing to do is {@link #reconcile}.
 */
public final class NotificationCircuit {

    private static final Map<Evidence.Kind, String> TITLES = Map.of(
            Evidence.Kind.DEPOSIT, "Evidència de dipòsit",
            Evidence.Kind.PRACTICE, "Evidència d'acceptació o rebuig",
            Evidence.Kind.CANCELLATION, "Evidència d'anul·lació",
            Evidence.Kind.READABLE, "Evidència de la notificació");

    private final Desk desk;
    private final NotificationGateway gateway;

    NotificationCircuit(Desk desk, NotificationGateway gateway) {
        this.desk = desk;
        this.gateway = gateway;
    }

    /**
     * Registers the exit and prepares a notification; nothing is sent yet. The exit is registered here, and its number and
     * instant go with the notification, so that the service does not register a second one.
     *
     * @param document what is notified; signed
     * @param recipient to whom; not a public body
     */
    public Notification prepare(
            ExpedientNumber expedient, DocumentId document, Party recipient, NotificationText text, Actor by) {
        return prepare(NotificationOrder.Kind.NOTIFICATION, expedient, document, recipient, text, by);
    }

    /** Registers the exit and prepares a notification or a communication. */
    public Notification prepare(
            NotificationOrder.Kind kind,
            ExpedientNumber expedient,
            DocumentId document,
            Party recipient,
            NotificationText text,
            Actor by) {
        Rules.CHANNEL_PUBLIC_BODY.require(!recipient.isPublicBody(), "notifying from " + expedient);
        Document notified = desk.signed(document);
        return desk.inTransaction(() -> {
            RegistryEntry exit = desk.registerExit(expedient, text.title(), notified, recipient, by);
            return save(Notification.prepare(
                    new NotificationEvent.Prepared(
                            desk.nextOperation(),
                            kind,
                            expedient,
                            document,
                            recipient,
                            Optional.of(exit.number()),
                            text),
                    by,
                    desk.now()));
        });
    }

    /**
     * Sends a prepared notification, once.
     *
     * @return {@code QUEUED}; or {@code REFUSED} or {@code UNKNOWN}, and then {@link #problem} says why
     * @throws cat.eset.core.EsetException if the service cannot be asked. If certainly nothing was sent, it may be sent again; if not, it is
     *     {@code UNKNOWN}
     */
    public Notification send(OperationId operation, Actor by) {
        NotificationOrder order = orderOf(get(operation), by);
        Notification sending = desk.inTransaction(() -> save(get(operation).startSending(by, desk.now())));
        SendOutcome outcome = desk.sending(
                () -> gateway.send(operation, order),
                () -> save(sending.reconciled(new Reconciliation.Absent(operation), by, desk.now())));
        return desk.inTransaction(() -> kept(sending.sent(outcome, by, desk.now()), by));
    }

    /**
     * Asks the service about a sending whose outcome is unknown. If it certainly did not arrive, the notification is ready
     * to be sent again, with the same operation.
     */
    public Notification reconcile(OperationId operation, Actor by) {
        Notification unknown = get(operation);
        Rules.NOTIFICATION_STATE.require(
                unknown.state() == Notification.State.UNKNOWN, "reconciling " + operation + " in " + unknown.state());
        Reconciliation found = gateway.reconcile(operation);
        return desk.inTransaction(() -> kept(unknown.reconciled(found, by, desk.now()), by));
    }

    /** Asks the service where a notification is, and keeps what is new. */
    public Notification follow(OperationId operation, Actor by) {
        Notification current = get(operation);
        return current.remoteId()
                .map(gateway::status)
                .map(status -> desk.inTransaction(() -> save(current.followed(status, by, desk.now()))))
                .orElse(current);
    }

    /** Fetches the proofs that are not in the expedient yet and stores them there. Gives the new documents. */
    public List<Document> storeEvidence(OperationId operation, Actor by) {
        Notification current = get(operation);
        List<Evidence> all = current.remoteId().map(gateway::evidence).orElse(List.of());
        List<Document> stored = new ArrayList<>();
        for (Evidence evidence : all) {
            if (isNew(evidence, get(operation))) {
                stored.add(store(evidence, operation, by));
            }
        }
        return stored;
    }

    /** The readable proof tells the whole story, so it is taken when the story has ended. */
    private static boolean isNew(Evidence evidence, Notification notification) {
        boolean ended = evidence.kind() != Evidence.Kind.READABLE
                || notification.state().isFinal();
        return ended && !notification.evidence().containsKey(evidence.kind());
    }

    private Document store(Evidence evidence, OperationId operation, Actor by) {
        ContentRef content = desk.store.documents().put(evidence.content());
        return desk.inTransaction(() -> {
            Notification current = get(operation);
            Document document = desk.capture(
                    current.prepared().expedient(),
                    DocumentMetadata.ofTownHall(
                            TITLES.getOrDefault(evidence.kind(), "Evidència"), DocumentType.ACKNOWLEDGEMENT),
                    content,
                    desk.codes.next(by.townHall()),
                    Optional.empty(),
                    by);
            save(current.evidenceStored(evidence.kind(), document.id(), by, desk.now()));
            return document;
        });
    }

    /**
     * Why the last sending was refused, or its outcome is not known: one line of English for support, with the code of the service and what to do,
     * without personal data. Empty in other states, and when nobody lived to tell.
     */
    public Optional<String> problem(OperationId operation) {
        return desk.lastEvent(get(operation).key()).flatMap(event -> {
            if (event instanceof NotificationEvent.Refused refused) {
                return Optional.of(refused.reason());
            }
            return event instanceof NotificationEvent.OutcomeUnknown unknown
                    ? Optional.of(unknown.reason())
                    : Optional.empty();
        });
    }

    /** A notification. */
    public Notification get(OperationId operation) {
        return desk.store
                .notifications()
                .find(operation)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for notification " + operation));
    }

    private NotificationOrder orderOf(Notification notification, Actor by) {
        NotificationEvent.Prepared prepared = notification.prepared();
        Document document = desk.document(prepared.document());
        NotificationOrder.Attached resolution =
                new NotificationOrder.Attached(Desk.fileName(document), desk.content(document));
        NotificationOrder.Builder order = (prepared.kind() == NotificationOrder.Kind.NOTIFICATION
                        ? NotificationOrder.notification(prepared.text().title(), prepared.recipient(), resolution)
                        : NotificationOrder.communication(prepared.text().title(), prepared.recipient(), resolution))
                .body(prepared.text().body())
                .expedient(prepared.expedient().text())
                .expiryDays(prepared.text().expiryDays());
        prepared.text().appealsFooter().ifPresent(order::appealsFooter);
        prepared.exit()
                .flatMap(number -> desk.store.registryBook().find(by.townHall(), number))
                .ifPresent(exit -> order.exit(exit.number(), exit.registeredAt()));
        return order.build();
    }

    private Notification kept(Change<Notification, NotificationEvent> change, Actor by) {
        Notification after = save(change);
        if (after.state() == Notification.State.QUEUED) {
            desk.markDecree(after.prepared().document(), Decree.Mark.NOTIFIED, after.operation(), by);
        }
        return after;
    }

    private Notification save(Change<Notification, NotificationEvent> change) {
        if (!change.events().isEmpty()) {
            desk.store.notifications().save(change);
        }
        return change.state();
    }
}
