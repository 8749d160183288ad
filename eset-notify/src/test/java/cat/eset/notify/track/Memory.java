package cat.eset.notify.track;

import cat.eset.core.OperationId;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.TrackingState;
import cat.eset.notify.record.EvidencePdf;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What survives a restart in these tests. */
public final class Memory implements TrackingState, EvidenceArchive {

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, Integer> kept = new ConcurrentHashMap<>();
    private final Map<String, EvidenceXml> evidence = new ConcurrentHashMap<>();

    @Override
    public Optional<String> read(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public boolean replace(String key, Optional<String> expected, String text) {
        return expected.map(e -> texts.replace(key, e, text)).orElseGet(() -> texts.putIfAbsent(key, text) == null);
    }

    @Override
    public boolean forget(String key, String expected) {
        return texts.remove(key, expected);
    }

    @Override
    public List<String> keys(String beginning) {
        return texts.keySet().stream().filter(key -> key.startsWith(beginning)).toList();
    }

    @Override
    public boolean holds(NotificationId id, Stage stage) {
        return kept.containsKey(id + "/" + stage);
    }

    @Override
    public void keep(NotificationId id, Stage stage, EvidenceXml xml, Optional<EvidencePdf> pdf) {
        kept.merge(id + "/" + stage, 1, Integer::sum);
        evidence.put(id + "/" + stage, xml);
    }

    /** How often the evidence of a stage was kept. */
    public int timesKept(NotificationId id, Stage stage) {
        return kept.getOrDefault(id + "/" + stage, 0);
    }

    Optional<EvidenceXml> evidence(NotificationId id, Stage stage) {
        return Optional.ofNullable(evidence.get(id + "/" + stage));
    }

    int size() {
        return texts.size();
    }

    /** An outbox without loans that end. */
    public static final class Inbox implements Outbox {
        private final Map<String, Leased> waiting = new ConcurrentHashMap<>();
        private final List<String> seen = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        @Override
        public synchronized void add(Message message, Instant notBefore) {
            if (!seen.contains(message.id().value())) {
                seen.add(message.id().value());
                waiting.put(message.id().value(), new Leased(message, 1, 1, notBefore));
            }
        }

        @Override
        public List<Leased> lease(Set<String> topics, Instant now, Duration loan, int max) {
            return waiting.values().stream()
                    .filter(l -> topics.contains(l.message().topic()))
                    .filter(l -> !l.until().isAfter(now))
                    .limit(max)
                    .toList();
        }

        @Override
        public void delivered(Leased leased, Instant now) {
            waiting.remove(leased.message().id().value());
        }

        @Override
        public void retry(Leased leased, String reason, Instant notBefore) {
            reasons.add(reason);
            waiting.put(
                    leased.message().id().value(),
                    new Leased(leased.message(), leased.attempt() + 1, leased.tries() + 1, notBefore));
        }

        @Override
        public void park(Leased leased, String reason, Instant now) {
            waiting.remove(leased.message().id().value());
        }

        @Override
        public List<Parked> parked() {
            return List.of();
        }

        @Override
        public boolean requeue(OperationId id, Instant notBefore) {
            return false;
        }

        @Override
        public boolean drop(OperationId id, String reason, Instant now) {
            return false;
        }

        public List<Message> messages() {
            return waiting.values().stream().map(Leased::message).toList();
        }

        List<String> reasons() {
            return reasons;
        }
    }
}
