package cat.eset.notify;

import cat.eset.core.OperationId;
import cat.eset.notify.internal.Acting;
import cat.eset.notify.internal.EvidenceFetching;
import cat.eset.notify.internal.NtCalls;
import cat.eset.notify.internal.Searching;
import cat.eset.notify.internal.wire.ConsultCodec;
import cat.eset.notify.internal.wire.PractiseCodec;
import cat.eset.notify.internal.wire.SummaryCodec;
import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.ContentLanguage;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.record.ChannelChange;
import cat.eset.notify.record.EvidencePdf;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationDetail;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.Period;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchHit;
import cat.eset.notify.record.Sections;
import cat.eset.notify.record.Summary;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * e-NOTUM as a citizen or a representative sees it, logged in with VALId (contract enotum 6.0). Never use it to monitor:
 * <strong>opening a communication in this role accepts it</strong>. Thread-safe.
 */
public final class CitizenDesk {

    private static final ConsultCodec CONSULT = new ConsultCodec();
    private static final PractiseCodec PRACTISE = new PractiseCodec();
    private static final SummaryCodec SUMMARY = new SummaryCodec();

    private final NtCalls calls;
    private final Searching searching;
    private final EvidenceFetching evidence;
    private final Acting acting;

    CitizenDesk(NtCalls calls, Searching searching, EvidenceFetching evidence, Acting acting) {
        this.calls = calls;
        this.searching = searching;
        this.evidence = evidence;
        this.acting = acting;
    }

    /**
     * Opens one ({@code Consulta}). A communication becomes accepted by this; a notification can be opened only when it has
     * been accepted or rejected or has expired.
     */
    public NotificationDetail open(NotificationId id) {
        return calls.ask(CONSULT, new ConsultCodec.Query(id, Sections.ALL));
    }

    /** Every row of a search among the citizen's own, each once. */
    public void searchAll(Search search, Consumer<? super SearchHit> consumer) {
        searching.forEach(search, consumer);
    }

    /** Accepts a notification ({@code Practicar}); legal terms start the next day. */
    public ActionResult accept(OperationId operation, NotificationId id) {
        return acting.act(
                operation, id, PRACTISE, new PractiseCodec.Decision(id, true, Optional.empty(), Optional.empty()));
    }

    /** Accepts a notification born on paper and says how to be notified from now on (errors 1041 to 1043). */
    public ActionResult acceptAndChangeChannel(OperationId operation, NotificationId id, ChannelChange change) {
        return acting.act(
                operation,
                id,
                PRACTISE,
                new PractiseCodec.Decision(id, true, Optional.empty(), Optional.of(change.requireContact())));
    }

    /** Rejects a notification ({@code Practicar}): the procedure goes on as if it had been notified. */
    public ActionResult reject(OperationId operation, NotificationId id) {
        return acting.act(
                operation, id, PRACTISE, new PractiseCodec.Decision(id, false, Optional.empty(), Optional.empty()));
    }

    /** The signed XML evidence. */
    public EvidenceXml evidenceXml(NotificationId id) {
        return evidence.xml(id);
    }

    /**
     * The readable receipt.
     *
     * @throws ENotumException with error 926 if it does not exist in that language
     */
    public EvidencePdf evidencePdf(NotificationId id, ContentLanguage language) {
        return evidence.pdf(id, Optional.of(language));
    }

    /**
     * How many there are, by issuer ({@code Resum}), of the last thirty days. A citizen names no organisation, so the client
     * needs a {@link ENotumBuilder#backOffice}: without one the service answers error 3036.
     */
    public Summary summary() {
        return summary(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How many there are, by issuer ({@code Resum}), with these criteria and a back office. */
    public Summary summary(Optional<AccessLevel> accessLevel, Optional<NoticeKind> kind, Optional<Period> deposited) {
        return calls.ask(SUMMARY, new SummaryCodec.Query(accessLevel, kind, deposited));
    }
}
