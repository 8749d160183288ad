package cat.eset.registry.sir;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.work.Announcements;
import cat.eset.registry.internal.sir.AnnexDownload;
import cat.eset.registry.internal.sir.Deciding;
import cat.eset.registry.internal.sir.Reconciling;
import cat.eset.registry.internal.sir.Sending;
import cat.eset.registry.internal.sir.SirCalls;
import cat.eset.registry.internal.sir.SirWire;
import cat.eset.registry.sicres.ExchangeRefusedException;
import cat.eset.registry.sicres.LimitViolation;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.Front;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Exchanges registry entries with administrations outside Catalonia (SIR 2.0, contract sir). Immutable and thread-safe; make one and keep
 * it.
 *
 * <p>Nothing is sent twice: whatever has an effect takes an {@link OperationId} that you store <em>before</em>, and the official behind
 * it, whom the consortium wants to know. While a sending without number or a confirmation is open, the consortium makes the entry through
 * MUX, which calls the registry of the town hall: never hold a transaction, a lock or the only thread across these calls.
 */
public final class SirClient implements AutoCloseable {

    private static final int LONGEST_REASON = 80;

    private final SirClientBuilder settings;
    private final SirClientBuilder.Connections connections;
    private final ExchangeLog log;
    private final Reconciling reconciling;
    private final Sending sending;
    private final Deciding deciding;
    private final AnnexDownload download;

    SirClient(SirClientBuilder settings) {
        this.settings = settings;
        this.connections = settings.connect();
        this.log = ExchangeLog.of(settings.announcements, settings.townHall);
        SirCalls calls = new SirCalls(connections.pci(), settings.clock, settings.random);
        this.reconciling = new Reconciling(calls, log, settings.grace, settings.clock);
        this.sending = new Sending(calls, reconciling, settings.clock);
        this.deciding = new Deciding(calls);
        this.download =
                new AnnexDownload(connections.downloads(), settings.environment.endpoint(Cluster.APP, Front.SINCRON));
    }

    /**
     * Starts a client.
     *
     * @param environment where
     * @param credentials certificate authorised in the PCI for this town hall
     * @param townHall in whose name
     * @param announcements keep what synchronising tells, which may never be told again: {@code store.announcements()}
     */
    public static SirClientBuilder builder(
            AocEnvironment environment, Credentials credentials, TownHall townHall, Announcements announcements) {
        return new SirClientBuilder(environment, credentials, townHall, announcements);
    }

    /**
     * The same client for another town hall: the PCI ties the certificate to the town hall.
     *
     * @param announcements those of its store
     */
    public SirClient onBehalfOf(TownHall townHall, Credentials credentials, Announcements announcements) {
        return settings.copyFor(townHall, credentials, announcements).build();
    }

    /**
     * Sends ({@code peticioEnviamentAssentament}). To send again after an unknown outcome use {@link #resume}; sending again with the same
     * operation is safe too, because the PCI refuses a request that it has had.
     *
     * @param operation identity of the sending, stored before; it is the {@code idEnviament}
     * @param by the official behind it
     * @throws cat.eset.transport.pci.PciException if certainly nothing was sent: no connection, no permission
     */
    public SendResult send(OperationId operation, Dispatch dispatch, Person by) {
        return sending.attempt(operation, operation, dispatch, by);
    }

    /**
     * What SIR has for a sending of unknown outcome. The period of grace counts from the last attempt of this client or, if it made none
     * lately, from the instant of the operation.
     *
     * @see #reconcile(OperationId, Instant)
     */
    public Reconciliation reconcile(OperationId operation) {
        return reconciling.ask(operation, operation.instant());
    }

    /**
     * What SIR has for a sending of unknown outcome, by synchronising, which may be a reading that nobody can repeat: everything told is in
     * the {@link #log()}.
     *
     * @param lastAttempt when the last attempt began; the period of grace counts from it
     */
    public Reconciliation reconcile(OperationId operation, Instant lastAttempt) {
        return reconciling.ask(operation, lastAttempt);
    }

    /**
     * One step towards the end of a sending of unknown outcome: asks, and only when the period of grace is over and there is nothing,
     * sends again with the same identity. Call it, with pauses, until the result is not unknown.
     *
     * @param lastAttempt when the last attempt began
     */
    public SendResult resume(OperationId operation, Dispatch dispatch, Person by, Instant lastAttempt) {
        return sending.resume(operation, dispatch, by, lastAttempt);
    }

    /**
     * Sends again under another request identity although a request of this sending was taken before and SIR shows nothing of it, for
     * example after a {@code 502} whose text says what was wrong. <strong>If the first one appears after all, there are two.</strong> For
     * callers with a policy of their own; {@link #reconcile} goes on finding both.
     *
     * @param operation identity of the sending
     * @param requestId a new identity for this one request
     */
    public SendResult resendUnderNewRequest(
            OperationId operation, OperationId requestId, Dispatch dispatch, Person by) {
        return sending.attempt(operation, requestId, dispatch, by);
    }

    /**
     * Takes what was received ({@code peticioConfirmacioAssentament}). The consortium makes the entry through MUX and tells its number.
     *
     * @param operation identity of the decision, stored before
     */
    public DecisionResult confirm(OperationId operation, ExchangeId exchange, Person by) {
        return deciding.decide(
                operation, Decision.CONFIRMATION, SirWire.CONFIRM, new SirWire.Order(exchange, "", ""), by);
    }

    /**
     * Sends back what was received ({@code peticioRebuigAssentament}).
     *
     * @param operation identity of the decision, stored before
     * @param reason 1 to 80 characters, in Spanish
     * @throws ExchangeRefusedException if the reason is too long or missing
     */
    public DecisionResult reject(OperationId operation, ExchangeId exchange, String reason, Person by) {
        checkText("motiu", reason);
        return deciding.decide(
                operation, Decision.REJECTION, SirWire.REJECT, new SirWire.Order(exchange, "", reason), by);
    }

    /**
     * Passes on what was received ({@code peticioReenviamentAssentament}).
     *
     * @param operation identity of the decision, stored before
     * @param office the other registry office
     * @param remarks 1 to 80 characters, in Spanish
     * @throws ExchangeRefusedException if the remarks are too long or missing
     */
    public DecisionResult forward(OperationId operation, ExchangeId exchange, Dir3 office, String remarks, Person by) {
        checkText("observacions", remarks);
        return deciding.decide(
                operation,
                Decision.FORWARDING,
                SirWire.FORWARD,
                new SirWire.Order(exchange, office.value(), remarks),
                by);
    }

    /**
     * What became of a decision of unknown outcome, by the state of the exchange. May be repeated freely; the unknown result can be made
     * again from what was stored.
     */
    public DecisionResult settle(DecisionResult.Unknown unknown) {
        return deciding.settle(unknown);
    }

    /** Everything about an exchange ({@code peticioConsultaAssentament}). */
    public ExchangeRecord consult(ExchangeId exchange) {
        return deciding.consult(exchange, Optional.empty());
    }

    /** Everything about an exchange, from the side on which we are: an exchange within one body has both. */
    public ExchangeRecord consult(ExchangeId exchange, Side side) {
        return deciding.consult(exchange, Optional.of(side));
    }

    /**
     * What happened ({@code peticioSincronitzacioAssentaments}), already kept in the {@link #log()}. What others sent comes as
     * {@link EventKind#RECEIVED}: consult it, download its files, and decide. Work through {@link ExchangeLog#open} instead of this list: it
     * also has what was told before a program died, or while it asked about something else.
     */
    public List<ExchangeEvent> synchronise() {
        return List.copyOf(reconciling.synchronise());
    }

    /**
     * Downloads a file of an exchange, and compares its digest if the message has one.
     *
     * @param exchange what was consulted
     * @param file one of its files
     * @param target a file that does not exist yet
     * @return the content of that file
     * @throws SirException if it cannot be had or is not what the message describes; the file is then deleted
     */
    public DocumentContent download(ExchangeRecord exchange, ExchangeRecord.AnnexFile file, Path target) {
        return download.fetch(exchange, file, target);
    }

    private static void checkText(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST_REASON) {
            throw new ExchangeRefusedException(List.of(
                    new LimitViolation(field, "1 to " + LONGEST_REASON + " characters", "SIR of the consortium")));
        }
    }

    /** What synchronising told, and what nobody has acted on yet. */
    public ExchangeLog log() {
        return log;
    }

    /** In whose name it speaks. */
    public TownHall townHall() {
        return settings.townHall;
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        connections.close();
    }
}
