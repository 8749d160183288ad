package cat.eset.notify.track;

import cat.eset.notify.ENotum;
import cat.eset.notify.ENotumException;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.record.EvidencePdf;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationDetail;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.SearchHit;
import cat.eset.notify.record.Sections;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Fetches evidence once something came out, and keeps it once. */
final class Custody {

    private static final long STATE_ALLOWS_NO_EVIDENCE = 3020;
    private static final long PDF_NOT_GENERATED = 3104;

    private final ENotum enotum;
    private final EvidenceArchive archive;
    private final Ledger ledger;
    private final Consumer<? super TrackingEvent> events;
    private final TrackingPolicy policy;
    private final Clock clock;

    Custody(
            ENotum enotum,
            EvidenceArchive archive,
            Ledger ledger,
            Consumer<? super TrackingEvent> events,
            TrackingPolicy policy,
            Clock clock) {
        this.enotum = enotum;
        this.archive = archive;
        this.ledger = ledger;
        this.events = events;
        this.policy = policy;
        this.clock = clock;
    }

    /** Does what is left to do; false if the service has not made the evidence yet. */
    boolean settle(Tracked tracked, NotificationTracker.Tally tally) {
        if (tracked.isSettled()) {
            return true;
        }
        EvidenceArchive.Stage stage = tracked.state().equals(NotificationState.CANCELLED)
                ? EvidenceArchive.Stage.CANCELLATION
                : EvidenceArchive.Stage.OUTCOME;
        if (!archive.holds(tracked.id(), stage) && !keep(tracked, stage)) {
            tally.pending++;
            return false;
        }
        events.accept(new TrackingEvent.EvidenceKept(tracked.id(), tracked.operation(), stage));
        ledger.update(tracked.id(), t -> t.withEvidence(stage));
        tally.kept++;
        return true;
    }

    private boolean keep(Tracked tracked, EvidenceArchive.Stage stage) {
        Optional<EvidenceXml> xml = ifMade(() -> enotum.evidenceXml(tracked.id()));
        if (xml.isEmpty()) {
            return false;
        }
        Optional<EvidencePdf> pdf = ifMade(() -> enotum.evidencePdf(tracked.id()));
        if (pdf.isEmpty()
                && Duration.between(tracked.noticedAt(), clock.instant()).compareTo(policy.evidencePatience()) < 0) {
            return false;
        }
        archive.keep(tracked.id(), stage, xml.orElseThrow(), pdf);
        if (pdf.isEmpty()) {
            events.accept(new TrackingEvent.EvidenceMissing(tracked.id(), tracked.operation(), stage));
        }
        return true;
    }

    private static <T> Optional<T> ifMade(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ENotumException e) {
            if (e.has(STATE_ALLOWS_NO_EVIDENCE) || e.has(PDF_NOT_GENERATED)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Only one born on paper can bring a change of channel, and a search does not tell it. */
    void askForChannel(Tracked tracked, SearchHit hit) {
        if (tracked.state().isPractised()
                && hit.channel().filter(Channel.PAPER::equals).isPresent()) {
            enotum.consult(tracked.id(), Sections.PEOPLE).recipients().stream()
                    .map(NotificationDetail.RecipientStatus::channelChange)
                    .flatMap(Optional::stream)
                    .forEach(change ->
                            events.accept(new TrackingEvent.ChannelChosen(tracked.id(), tracked.operation(), change)));
        }
    }
}
