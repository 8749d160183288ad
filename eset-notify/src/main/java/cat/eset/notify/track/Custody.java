package cat.eset.notify.track;

import cat.eset.core.EsetException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches evidence once something came out, and keeps it once. */
final class Custody {

    private static final int MOST_FAILURES_IN_A_ROW = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Custody.class);

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

    /** Does what is left to do; false if the evidence cannot be had yet. */
    boolean settle(Tracked tracked, Tally tally) {
        if (tracked.isSettled()) {
            return true;
        }
        EvidenceArchive.Stage stage = tracked.state().equals(NotificationState.CANCELLED)
                ? EvidenceArchive.Stage.CANCELLATION
                : EvidenceArchive.Stage.OUTCOME;
        if (!archive.holds(tracked.id(), stage)) {
            boolean patient =
                    Duration.between(tracked.noticedAt(), clock.instant()).compareTo(policy.evidencePatience()) < 0;
            Optional<EvidenceXml> xml = fetch(tracked, tally, () -> enotum.evidenceXml(tracked.id()));
            Optional<EvidencePdf> pdf =
                    xml.isEmpty() ? Optional.empty() : fetch(tracked, tally, () -> enotum.evidencePdf(tracked.id()));
            if (pdf.isEmpty()) {
                if (patient) {
                    tally.pending++;
                    return false;
                }
                events.accept(new TrackingEvent.EvidenceMissing(tracked.id(), tracked.operation(), stage));
            }
            xml.ifPresent(found -> archive.keep(tracked.id(), stage, found, pdf));
        }
        if (archive.holds(tracked.id(), stage)) {
            events.accept(new TrackingEvent.EvidenceKept(tracked.id(), tracked.operation(), stage));
            tally.kept++;
        }
        ledger.update(tracked.id(), t -> t.withEvidence(stage));
        return true;
    }

    /** One notification whose evidence cannot be had must not hold up the others; a service that is down must. */
    private <T> Optional<T> fetch(Tracked tracked, Tally tally, Supplier<T> question) {
        try {
            T answer = question.get();
            tally.failuresInARow = 0;
            return Optional.of(answer);
        } catch (ENotumException e) {
            if (e.saysNotYet()) {
                return Optional.empty();
            }
            return failed(tracked, tally, e);
        } catch (EsetException e) {
            return failed(tracked, tally, e);
        }
    }

    private static <T> Optional<T> failed(Tracked tracked, Tally tally, EsetException e) {
        tally.failuresInARow++;
        if (tally.failuresInARow >= MOST_FAILURES_IN_A_ROW) {
            throw e;
        }
        LOG.warn(
                "evidence of notification {} waits: {}",
                tracked.id(),
                e.failure().what());
        return Optional.empty();
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
