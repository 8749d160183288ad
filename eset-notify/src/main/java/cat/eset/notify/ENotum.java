package cat.eset.notify;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.notify.error.NoticeRefusedException;
import cat.eset.notify.internal.Acting;
import cat.eset.notify.internal.EvidenceFetching;
import cat.eset.notify.internal.NtCalls;
import cat.eset.notify.internal.Placement;
import cat.eset.notify.internal.RecentAttempts;
import cat.eset.notify.internal.Reconciling;
import cat.eset.notify.internal.Searching;
import cat.eset.notify.internal.Sending;
import cat.eset.notify.internal.wire.Caller;
import cat.eset.notify.internal.wire.CancelCodec;
import cat.eset.notify.internal.wire.ConsultCodec;
import cat.eset.notify.internal.wire.PractiseCodec;
import cat.eset.notify.internal.wire.ReportCodec;
import cat.eset.notify.notice.CompanyDocument;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.PersonDocument;
import cat.eset.notify.record.EvidencePdf;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationDetail;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.PaperPractice;
import cat.eset.notify.record.Report;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchHit;
import cat.eset.notify.record.SearchPage;
import cat.eset.notify.record.Sections;
import cat.eset.transport.AocEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends, follows, cancels and evidences notifications through e-NOTUM 4.0, as the back office of a town hall. Immutable
 * and thread-safe; make one and keep it.
 *
 * <p>Nothing is sent twice: a send takes an {@link OperationId} that you store <em>before</em>; when its outcome is
 * unknown, {@link #reconcile} asks with it and {@link #resume} goes on with it, also from another process. Questions throw
 * {@link ENotumException} when the service answers with errors and a {@code PciException} when it does not answer.
 */
public final class ENotum implements AutoCloseable {

    private static final ConsultCodec CONSULT = new ConsultCodec();
    private static final PractiseCodec PRACTISE = new PractiseCodec();
    private static final CancelCodec CANCEL = new CancelCodec();
    private static final ReportCodec REPORT = new ReportCodec();
    private static final int MAX_REASON = 500;

    private final ENotumBuilder settings;
    private final ENotumBuilder.Connections connections;
    private final NtCalls calls;
    private final Searching searching;
    private final Reconciling reconciling;
    private final Sending sending;
    private final EvidenceFetching evidence;
    private final Acting acting;

    ENotum(ENotumBuilder settings) {
        this.settings = settings;
        this.connections = settings.connect();
        this.calls = settings.calls(connections);
        this.searching = new Searching(calls);
        RecentAttempts attempts = new RecentAttempts(settings.reconcilePolicy.grace());
        this.reconciling = new Reconciling(searching, settings.reconcilePolicy, attempts, settings.clock);
        this.sending = new Sending(
                calls,
                reconciling,
                new Placement(settings.documentTransport, settings.limits),
                attempts,
                settings.clock);
        this.evidence = new EvidenceFetching(calls, connections.downloads());
        this.acting = new Acting(calls);
    }

    /**
     * Starts a client.
     *
     * @param environment where
     * @param credentials certificate authorised in the PCI for this town hall
     * @param townHall in whose name
     */
    public static ENotumBuilder builder(AocEnvironment environment, Credentials credentials, TownHall townHall) {
        return new ENotumBuilder(environment, credentials, townHall);
    }

    /**
     * The same client for another town hall: the PCI ties the certificate to the town hall.
     *
     * @throws ConfigurationException if these settings do not fit together
     */
    public ENotum onBehalfOf(TownHall townHall, Credentials credentials) {
        return settings.copyFor(townHall, credentials).build();
    }

    /**
     * Sends a notice ({@code ProcessarTramesa}). To send again after an unknown outcome use {@link #resume}; sending again
     * with the same operation is safe too, because the PCI refuses a request that it has had.
     *
     * @param operation identity of the send, stored before
     * @throws NoticeRefusedException if the service would refuse it for its size, its expedient or its exit entry
     * @throws cat.eset.transport.pci.PciException if certainly nothing was registered: no connection, no permission
     */
    public SendResult send(OperationId operation, Notice notice) {
        return sending.attempt(operation, operation, notice);
    }

    /**
     * What e-NOTUM has for a send of unknown outcome. The period of grace counts from the last attempt of this client or, if
     * it made none lately, from the instant of the operation.
     *
     * @see #reconcile(OperationId, Instant)
     */
    public Reconciliation reconcile(OperationId operation) {
        return reconciling.ask(operation, operation.instant());
    }

    /**
     * What e-NOTUM has for a send of unknown outcome ({@code Cerca} by reference, compared exactly). May be repeated
     * freely.
     *
     * @param lastAttempt when the last attempt began; the period of grace counts from it
     */
    public Reconciliation reconcile(OperationId operation, Instant lastAttempt) {
        return reconciling.ask(operation, lastAttempt);
    }

    /**
     * One step towards the end of a send of unknown outcome: asks, and only when the period of grace is over and there is
     * nothing, sends again with the same identity. Call it, with pauses, until the result is not unknown; the new
     * {@link SendResult.Unknown#attemptedAt()} is the {@code lastAttempt} of the next call.
     *
     * @param lastAttempt when the last attempt began
     */
    public SendResult resume(OperationId operation, Notice notice, Instant lastAttempt) {
        return sending.resume(operation, notice, lastAttempt);
    }

    /**
     * Sends again under another request identity although a request of this send was taken before and e-NOTUM shows nothing
     * of it. <strong>If the first one appears after all, there are two notifications, both with legal effect.</strong> For
     * callers with a policy of their own, after a long time; {@link #reconcile} goes on finding both.
     *
     * @param operation identity of the send
     * @param requestId a new identity for this one request
     */
    public SendResult resendUnderNewRequest(OperationId operation, OperationId requestId, Notice notice) {
        return sending.attempt(operation, requestId, notice);
    }

    /** State and header of a notification ({@code Consulta}), the least personal data. */
    public NotificationDetail consult(NotificationId id) {
        return consult(id, Sections.STATE);
    }

    /** A notification with the sections that are asked for ({@code Consulta}). As back office it changes nothing. */
    public NotificationDetail consult(NotificationId id, Sections sections) {
        return calls.ask(CONSULT, new ConsultCodec.Query(id, sections));
    }

    /** One page of a search ({@code Cerca}), 50 rows at most, from 1. */
    public SearchPage search(Search search, long page) {
        return searching.page(search, page);
    }

    /** Every row of a search, each once and ordered by number, however many there are; one call per 50 rows. */
    public void searchAll(Search search, Consumer<? super SearchHit> consumer) {
        searching.forEach(search, consumer);
    }

    /**
     * The signed XML evidence that exists now ({@code Evidencia}), bytes untouched.
     *
     * @throws ENotumException with error 3020 while the state allows none
     */
    public EvidenceXml evidenceXml(NotificationId id) {
        return evidence.xml(id);
    }

    /**
     * The readable receipt, in Catalan ({@code Evidencia}), downloaded at once from an allowed host.
     *
     * @throws ENotumException with error 3104 while it is not generated: ask again later
     */
    public EvidencePdf evidencePdf(NotificationId id) {
        return evidence.pdf(id, Optional.empty());
    }

    /** Records the acceptance on paper of a complementary notification ({@code Practicar}). */
    public ActionResult recordPaperAcceptance(OperationId operation, NotificationId id, PaperPractice paper) {
        return acting.act(
                operation, id, PRACTISE, new PractiseCodec.Decision(id, true, Optional.of(paper), Optional.empty()));
    }

    /**
     * Cancels ({@code Anullacio}). It cannot be undone, the citizen sees it vanish without notice, and the town hall has to
     * justify it in the procedure.
     *
     * @param operation identity of the cancellation, stored before
     * @param reason 1 to 500 characters
     */
    public ActionResult cancel(OperationId operation, NotificationId id, String reason) {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw NoticeRefusedException.of(101, "the reason of a cancellation has 1 to 500 characters");
        }
        return acting.act(operation, id, CANCEL, new CancelCodec.Cancellation(id, reason));
    }

    /** The report of one notification ({@code RecuperarReport}). */
    public Optional<Report> report(NotificationId id) {
        return calls.ask(REPORT, new ReportCodec.Query(Optional.of(id), Optional.empty()));
    }

    /**
     * Everything whose state changed on a day ({@code RecuperarReport}). Not paged by the service; complete when the day is
     * over.
     */
    public Optional<Report> reportOfDay(LocalDate day) {
        return calls.ask(REPORT, new ReportCodec.Query(Optional.empty(), Optional.of(day)));
    }

    /**
     * The service as a citizen sees it, for a portal of the town hall.
     *
     * @param validToken access token of a VALId login
     */
    public CitizenDesk asCitizen(Secret validToken) {
        return desk(new Caller.Citizen(validToken));
    }

    /** The service as the representative of a natural person sees it. */
    public CitizenDesk asRepresentativeOf(PersonDocument interested, Secret validToken) {
        return desk(new Caller.Representative(validToken, Optional.of(interested), Optional.empty()));
    }

    /** The service as the representative of a legal person sees it. */
    public CitizenDesk asRepresentativeOf(CompanyDocument interested, Secret validToken) {
        return desk(new Caller.Representative(validToken, Optional.empty(), Optional.of(interested)));
    }

    private CitizenDesk desk(Caller caller) {
        NtCalls as = calls.as(caller);
        return new CitizenDesk(
                as, new Searching(as), new EvidenceFetching(as, connections.downloads()), new Acting(as));
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
