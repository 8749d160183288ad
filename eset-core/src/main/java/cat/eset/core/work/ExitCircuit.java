package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.ConfigurationException;
import cat.eset.core.document.DocumentId;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import java.util.Optional;

/** What leaves by the registry, each by its channel (contract eset-model 2.2). Thread-safe. */
public final class ExitCircuit {

    private final Desk desk;
    private final Optional<NotificationCircuit> notifications;
    private final PaperCircuit papers;
    private final Optional<ExchangeCircuit> exchanges;

    ExitCircuit(
            Desk desk,
            Optional<NotificationCircuit> notifications,
            PaperCircuit papers,
            Optional<ExchangeCircuit> exchanges) {
        this.desk = desk;
        this.notifications = notifications;
        this.papers = papers;
        this.exchanges = exchanges;
    }

    /** Registers an exit and ties it to its expedient: everything that leaves also lives in one. */
    public RegistryEntry register(ExpedientNumber expedient, EntryDraft exit, Actor by) {
        Rules.ENTRY_STATE.require(exit.direction() == Direction.EXIT, "registering an exit");
        return desk.inTransaction(() -> desk.registerExit(expedient, exit, by));
    }

    /**
     * Registers the exit of a signed document and prepares its way to somebody, by the channel that is his: registry exchange for
     * public bodies, electronic notification for who is obliged to it or has chosen it, paper for everybody else. Nothing is sent yet.
     *
     * @throws ConfigurationException if the work model was built without the gateway of that channel
     */
    public PreparedExit prepare(
            ExpedientNumber expedient, DocumentId document, Party recipient, NotificationText text, Actor by) {
        return prepare(Channel.of(recipient), expedient, document, recipient, text, by);
    }

    /**
     * The same by a channel that was decided otherwise, for example by {@link cat.eset.core.channel.ChannelRule}: on paper the first
     * time, to somebody who is obliged and whose electronic contact is not known.
     */
    public PreparedExit prepare(
            Channel channel,
            ExpedientNumber expedient,
            DocumentId document,
            Party recipient,
            NotificationText text,
            Actor by) {
        return switch (channel) {
            case REGISTRY_EXCHANGE ->
                new PreparedExit.Exchange(exchanges
                        .orElseThrow(() -> WorkModel.missing("exchanges(RegistryGateway)"))
                        .prepare(expedient, document, recipient, text.title(), by));
            case ELECTRONIC ->
                new PreparedExit.Electronic(notifications
                        .orElseThrow(() -> WorkModel.missing("notifications(NotificationGateway)"))
                        .prepare(expedient, document, recipient, text, by));
            case PAPER -> new PreparedExit.OnPaper(papers.prepare(expedient, document, recipient, text.title(), by));
        };
    }
}
