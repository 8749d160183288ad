package cat.eset.notify;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.notification.Evidence;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.NotificationStatus;
import cat.eset.core.notification.SendOutcome;
import cat.eset.notify.error.NoticeRefusedException;
import cat.eset.notify.internal.Orders;
import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationDetail;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The core's port for notifications on top of {@link ENotum}. Immutable and thread-safe.
 *
 * <p>An order that carries an exit entry goes out with it; one without is registered by e-NOTUM, which calls the town hall's
 * registry back. When the recipient has a representative, both share the record, the represented one as holder: what the
 * representative does counts for both. A notification to somebody who is neither obliged to electronic means nor has chosen
 * them complements the one on paper (article 42.1 Llei 39/2015): it goes out on the paper channel, needs no contact, and
 * what the recipient says about further notifications comes back. Its outcome on paper is recorded by
 * {@link ENotum#recordPaperAcceptance}.
 *
 * <p>Orders say nothing of linked persons: the law knows interested persons and representatives. Whoever wants one
 * builds the {@link Notice}.
 */
public final class ENotumGateway implements NotificationGateway {

    private final ENotum enotum;
    private final AccessLevel accessLevel;
    private final boolean paperToo;

    private ENotumGateway(ENotum enotum, AccessLevel accessLevel, boolean paperToo) {
        this.enotum = Objects.requireNonNull(enotum, "enotum");
        this.accessLevel = Objects.requireNonNull(accessLevel, "accessLevel");
        this.paperToo = paperToo;
    }

    /** The port, asking recipients for a substantial level of assurance. The caller goes on owning the client. */
    public static ENotumGateway of(ENotum enotum) {
        return new ENotumGateway(enotum, AccessLevel.SUBSTANTIAL, true);
    }

    /** The same port, asking recipients for another level of assurance. */
    public ENotumGateway withAccessLevel(AccessLevel level) {
        return new ENotumGateway(enotum, level, paperToo);
    }

    /** The same port, telling e-NOTUM nothing of notifications on paper: everything has the digital channel. */
    public ENotumGateway withoutPaper() {
        return new ENotumGateway(enotum, accessLevel, false);
    }

    @Override
    public SendOutcome send(OperationId operation, NotificationOrder order) {
        try {
            Notice notice = Orders.notice(order, accessLevel, paperToo);
            return enotum.send(operation, notice)
                    .fold(
                            queued -> new SendOutcome.Queued(queued.id().toString()),
                            refused -> new SendOutcome.Refused(refused.failure()),
                            unknown -> new SendOutcome.Unknown(operation, unknown.failure()));
        } catch (NoticeRefusedException e) {
            return new SendOutcome.Refused(e.failure());
        }
    }

    @Override
    public cat.eset.core.notification.Reconciliation reconcile(OperationId operation) {
        return enotum.reconcile(operation)
                .fold(
                        found -> new cat.eset.core.notification.Reconciliation.Found(
                                found.hit().id().toString()),
                        several -> new cat.eset.core.notification.Reconciliation.StillUnknown(several.failure()),
                        absent -> new cat.eset.core.notification.Reconciliation.Absent(operation),
                        unknown -> new cat.eset.core.notification.Reconciliation.StillUnknown(unknown.failure()));
    }

    /** {@inheritDoc} Asks once by number and, while it is at disposal, once more for the instant of expiry. */
    @Override
    public NotificationStatus status(String remoteId) {
        NotificationId id = NotificationId.of(remoteId);
        Optional<NotificationDetail.Status> status = enotum.consult(id).status();
        NotificationState state = status.map(NotificationDetail.Status::state)
                .orElseThrow(() -> new ENotumException(
                        Failure.of(Failure.Fault.REMOTE, "e-NOTUM told a notification without its state")
                                .service("e-NOTUM")
                                .retry(Failure.Retry.LATER)
                                .build(),
                        List.of()));
        return new NotificationStatus(
                state.remoteState(),
                status.flatMap(NotificationDetail.Status::depositedAt),
                status.flatMap(NotificationDetail.Status::practisedAt),
                state.equals(NotificationState.DEPOSITED) ? expiry(id) : Optional.empty());
    }

    /** Only a search tells it (contract enotum 6.2). */
    private Optional<Instant> expiry(NotificationId id) {
        return enotum.search(Search.builder().id(id).build(), 1).hits().stream()
                .filter(hit -> hit.id().equals(id))
                .findFirst()
                .flatMap(SearchHit::expiresAt);
    }

    @Override
    public List<Evidence> evidence(String remoteId) {
        NotificationId id = NotificationId.of(remoteId);
        List<Evidence> found = new ArrayList<>();
        try {
            EvidenceXml xml = enotum.evidenceXml(id);
            xml.deposit().ifPresent(c -> found.add(new Evidence(Evidence.Kind.DEPOSIT, c)));
            xml.practice().ifPresent(c -> found.add(new Evidence(Evidence.Kind.PRACTICE, c)));
            xml.cancellation().ifPresent(c -> found.add(new Evidence(Evidence.Kind.CANCELLATION, c)));
            found.add(
                    new Evidence(Evidence.Kind.READABLE, enotum.evidencePdf(id).content()));
        } catch (ENotumException e) {
            if (!e.saysNotYet()) {
                throw e;
            }
        }
        return List.copyOf(found);
    }
}
