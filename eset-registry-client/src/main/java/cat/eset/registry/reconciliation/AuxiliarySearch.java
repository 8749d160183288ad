package cat.eset.registry.reconciliation;

import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.TrackingState;
import cat.eset.core.work.UnitOfWork;
import cat.eset.registry.internal.mux.AuxiliaryLinks;
import cat.eset.registry.mux2.EntrySearch;
import cat.eset.registry.mux2.FoundEntry;
import cat.eset.registry.mux2.Lookup;
import cat.eset.registry.mux2.Mux2;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reconciliation by MUX V2 (contract mux 12.1). Not thread-safe: made for one run. */
final class AuxiliarySearch {

    private static final Logger LOG = LoggerFactory.getLogger(AuxiliarySearch.class);

    private final Mux2 mux;
    private final UnitOfWork unitOfWork;
    private final TrackingState tracking;
    private final AuxiliaryLinks links;
    private final Matching matching;
    private final FindingListener listener;
    private final ReconciliationWindows windows;
    private final String key;

    AuxiliarySearch(
            Mux2 mux,
            UnitOfWork unitOfWork,
            TrackingState tracking,
            Matching matching,
            FindingListener listener,
            ReconciliationWindows windows) {
        this.mux = mux;
        this.unitOfWork = unitOfWork;
        this.tracking = tracking;
        this.links = new AuxiliaryLinks(tracking);
        this.matching = matching;
        this.listener = listener;
        this.windows = windows;
        this.key = "mux.reconciliation." + mux.townHall().ine10();
    }

    /** Steps 2 to 5 for an entry of ours whose documents are not found. */
    Finding examine(RegistryEntry ours) {
        String number = ours.number().text();
        Optional<String> tied = links.auxiliary(number);
        if (tied.isPresent()) {
            return new Finding.Linked(number, tied.get(), true);
        }
        if (mux.find(number) instanceof Lookup.Found) {
            return new Finding.Known(ours);
        }
        EntrySearch around = EntrySearch.between(
                        ours.presentedAt().minus(windows.margin()),
                        ours.registeredAt().plus(windows.margin()))
                .only(ours.number().direction())
                .only(EntrySearch.Registry.AUXILIARY);
        List<FoundEntry> alike = mux.search(around).entries().stream()
                .filter(auxiliary ->
                        auxiliary.number().filter(n -> links.ours(n).isEmpty()).isPresent())
                .filter(auxiliary -> matching.isAlike(ours, auxiliary))
                .toList();
        Finding finding = alike.size() == 1
                ? new Finding.Linked(number, alike.get(0).number().orElseThrow(), false)
                : new Finding.Orphan(ours, reason(alike.size()));
        unitOfWork.run(() -> note(finding));
        return finding;
    }

    /**
     * Step 5, periodically: what the auxiliary registry numbered since the last time, with an overlap.
     *
     * @param found hears of each finding after it was stored
     * @return up to when it searched
     */
    Instant search(Instant now, Consumer<Finding> found) {
        Optional<Instant> done = tracking.read(key).map(Instant::parse);
        Instant from = done.map(d -> d.minus(windows.overlap())).orElse(now.minus(windows.first()));
        while (from.isBefore(now)) {
            Instant to = earlier(from.plus(windows.length()), now);
            List<Finding> findings = new ArrayList<>();
            EntrySearch window = EntrySearch.between(from, to).only(EntrySearch.Registry.AUXILIARY);
            mux.search(window).entries().forEach(auxiliary -> findings.add(judge(auxiliary)));
            unitOfWork.run(() -> {
                findings.forEach(this::note);
                remember(to);
            });
            findings.forEach(found);
            from = to;
        }
        return now;
    }

    private Finding judge(FoundEntry auxiliary) {
        if (!Matching.isReadable(auxiliary)) {
            return new Finding.Unmatched(auxiliary, Finding.Reason.UNREADABLE);
        }
        String auxiliaryNumber = auxiliary.number().orElseThrow();
        Optional<String> tied = links.ours(auxiliaryNumber);
        if (tied.isPresent()) {
            return new Finding.Linked(tied.get(), auxiliaryNumber, true);
        }
        // One that MUX knows by our number is another entry that looks like this one.
        List<String> orphans = matching.candidates(auxiliary).stream()
                .map(ours -> ours.number().text())
                .filter(number -> links.auxiliary(number).isEmpty())
                .filter(number -> mux.find(number) instanceof Lookup.Nothing)
                .toList();
        return orphans.size() == 1
                ? new Finding.Linked(orphans.get(0), auxiliaryNumber, false)
                : new Finding.Unmatched(auxiliary, reason(orphans.size()));
    }

    private static Finding.Reason reason(int candidates) {
        return candidates == 0 ? Finding.Reason.NO_CANDIDATE : Finding.Reason.SEVERAL_CANDIDATES;
    }

    private void note(Finding finding) {
        if (finding instanceof Finding.Linked linked) {
            if (linked.before()) {
                return;
            }
            if (!links.tie(linked.auxiliaryNumber(), linked.number())) {
                throw RegistryReconciliation.another();
            }
            LOG.info("{} of the auxiliary registry is {} of ours", linked.auxiliaryNumber(), linked.number());
        }
        listener.found(finding);
    }

    private void remember(Instant to) {
        Optional<String> before = tracking.read(key);
        if (before.map(Instant::parse).filter(to::isBefore).isPresent()) {
            return;
        }
        if (!tracking.replace(key, before, to.toString())) {
            throw RegistryReconciliation.another();
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
