package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.ConfigurationException;
import cat.eset.core.OperationId;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.id.Dir3;
import cat.eset.core.internal.Rules;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Directory;
import cat.eset.core.registry.ExchangeEvent;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.core.registry.ExchangeOutcome;
import cat.eset.core.registry.ExchangeReconciliation;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryExchange;
import cat.eset.core.registry.RegistryGateway;
import java.util.List;
import java.util.Optional;

/**
 * Exits to the registries of other administrations (Llei 39/2015 art. 16.4). Thread-safe.
 *
 * <p>As with notifications, the operation is stored before anything is sent: whatever breaks afterwards, the exchange is
 * {@link RegistryExchange.State#UNKNOWN} and the next thing to do is {@link #reconcile}.
 */
public final class ExchangeCircuit {

    private final Desk desk;
    private final RegistryGateway gateway;
    private final Optional<Directory> directory;

    ExchangeCircuit(Desk desk, RegistryGateway gateway, Optional<Directory> directory) {
        this.desk = desk;
        this.gateway = gateway;
        this.directory = directory;
    }

    /**
     * Registers the exit and prepares the exchange with a public body; the directory says which registry office receives for it.
     *
     * @param document what is sent; signed
     * @param body a {@linkplain Party#publicBody public body}
     * @param extract what both registries say of it, up to 240 characters
     * @throws ConfigurationException if there is no directory, or it knows no office for the body
     */
    public RegistryExchange prepare(
            ExpedientNumber expedient, DocumentId document, Party body, String extract, Actor by) {
        Rules.CHANNEL_EXCHANGE.require(body.isPublicBody(), "sending by exchange from " + expedient);
        Dir3 unit = Dir3.of(body.identity().value());
        Dir3 office = directory
                .orElseThrow(() -> WorkModel.missing("directory(Directory)"))
                .find(unit)
                .flatMap(Directory.Unit::office)
                .orElseThrow(() -> ConfigurationException.of(
                        "The directory knows no registry office that receives for " + unit,
                        "Prepare the exchange with the office, or send it by another way"));
        return prepare(expedient, document, body, office, extract, by);
    }

    /** The same, to a registry office that is known. */
    public RegistryExchange prepare(
            ExpedientNumber expedient, DocumentId document, Party body, Dir3 office, String extract, Actor by) {
        Rules.CHANNEL_EXCHANGE.require(body.isPublicBody(), "sending by exchange from " + expedient);
        Document sent = desk.signed(document);
        return desk.inTransaction(() -> {
            RegistryEntry exit = desk.registerExit(expedient, extract, sent, body, by);
            return save(RegistryExchange.prepare(
                    new ExchangeEvent.ExchangePrepared(
                            desk.nextOperation(),
                            expedient,
                            exit.number(),
                            document,
                            office,
                            Optional.of(Dir3.of(body.identity().value()))),
                    by,
                    desk.now()));
        });
    }

    /**
     * Sends a prepared exchange, once.
     *
     * @return {@code SENT}; or {@code REFUSED} or {@code UNKNOWN}, and then {@link #problem} says why
     * @throws cat.eset.core.EsetException if the service cannot be asked. If certainly nothing was sent, it may be sent again; if not, it is
     *     {@code UNKNOWN}
     */
    public RegistryExchange send(OperationId operation, Actor by) {
        ExchangeOrder order = orderOf(get(operation), by);
        RegistryExchange sending = desk.inTransaction(() -> save(get(operation).startSending(by, desk.now())));
        ExchangeOutcome outcome = desk.sending(
                () -> gateway.send(operation, order),
                () -> save(sending.reconciled(new ExchangeReconciliation.Absent(operation), by, desk.now())));
        return desk.inTransaction(() -> kept(sending.sent(outcome, by, desk.now()), by));
    }

    /**
     * Asks the service about a sending whose outcome is unknown. If it certainly did not arrive, the exchange is ready to be sent
     * again, with the same operation.
     */
    public RegistryExchange reconcile(OperationId operation, Actor by) {
        RegistryExchange unknown = get(operation);
        Rules.EXCHANGE_STATE.require(
                unknown.state() == RegistryExchange.State.UNKNOWN,
                "reconciling " + operation + " in " + unknown.state());
        ExchangeReconciliation found = gateway.reconcile(operation);
        return desk.inTransaction(() -> kept(unknown.reconciled(found, by, desk.now()), by));
    }

    /** Asks the service where an exchange is, and keeps what is new. */
    public RegistryExchange follow(OperationId operation, Actor by) {
        RegistryExchange current = get(operation);
        return current.remoteId()
                .map(gateway::status)
                .map(status -> desk.inTransaction(() -> save(current.followed(status, by, desk.now()))))
                .orElse(current);
    }

    /**
     * Why the last sending was refused, or its outcome is not known: one line of English for support, with the code of the service and what to do,
     * without personal data. Empty in other states, and when nobody lived to tell.
     */
    public Optional<String> problem(OperationId operation) {
        return desk.lastEvent(get(operation).key()).flatMap(event -> {
            if (event instanceof ExchangeEvent.ExchangeRefused refused) {
                return Optional.of(refused.reason());
            }
            return event instanceof ExchangeEvent.ExchangeUnknown unknown
                    ? Optional.of(unknown.reason())
                    : Optional.empty();
        });
    }

    /** An exchange. */
    public RegistryExchange get(OperationId operation) {
        return desk.store
                .exchanges()
                .find(operation)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for exchange " + operation));
    }

    private ExchangeOrder orderOf(RegistryExchange exchange, Actor by) {
        ExchangeEvent.ExchangePrepared prepared = exchange.prepared();
        RegistryEntry exit = desk.store
                .registryBook()
                .find(by.townHall(), prepared.exit())
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for exit " + prepared.exit()));
        Document document = desk.document(prepared.document());
        return new ExchangeOrder(
                exit,
                prepared.office(),
                prepared.unit(),
                List.of(new ExchangeOrder.Document(Desk.fileName(document), desk.content(document))),
                by);
    }

    private RegistryExchange kept(Change<RegistryExchange, ExchangeEvent> change, Actor by) {
        RegistryExchange after = save(change);
        if (after.state() == RegistryExchange.State.SENT) {
            desk.markDecree(after.prepared().document(), Decree.Mark.NOTIFIED, after.operation(), by);
        }
        return after;
    }

    private RegistryExchange save(Change<RegistryExchange, ExchangeEvent> change) {
        if (!change.events().isEmpty()) {
            desk.store.exchanges().save(change);
        }
        return change.state();
    }
}
