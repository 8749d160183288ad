package cat.eset.notify.track;

import cat.eset.core.OperationId;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the tracker knows about a notification.
 *
 * @param id number at e-NOTUM
 * @param operation operation that sent it
 * @param state last state
 * @param noticedAt when the tracker noticed it
 * @param evidence stages whose evidence is in the archive
 */
public record Tracked(
        NotificationId id,
        OperationId operation,
        NotificationState state,
        Instant noticedAt,
        Set<EvidenceArchive.Stage> evidence) {

    private static final String VERSION = "1";

    /** Copies the set. */
    public Tracked {
        evidence = Set.copyOf(evidence);
    }

    static Tracked pending(NotificationId id, OperationId operation, Instant now) {
        return new Tracked(id, operation, NotificationState.PENDING, now, Set.of());
    }

    Tracked in(NotificationState newState, Instant now) {
        return new Tracked(id, operation, newState, now, evidence);
    }

    Tracked withEvidence(EvidenceArchive.Stage stage) {
        Set<EvidenceArchive.Stage> all = EnumSet.of(stage);
        all.addAll(evidence);
        return new Tracked(id, operation, state, noticedAt, all);
    }

    /** Whether nothing is left to do but to watch for a cancellation. */
    boolean isSettled() {
        if (state.equals(NotificationState.CANCELLED)) {
            return evidence.contains(EvidenceArchive.Stage.CANCELLATION);
        }
        return !state.isPractised() || evidence.contains(EvidenceArchive.Stage.OUTCOME);
    }

    /** For {@code TrackingState}: fields without separators of their own, in a fixed order. */
    String text() {
        return String.join(
                ";",
                VERSION,
                operation.value(),
                state.literal().replace(';', ','),
                noticedAt.toString(),
                evidence.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    }

    static Tracked parse(NotificationId id, String text) {
        String[] f = text.split(";", -1);
        if (f.length < 5 || !VERSION.equals(f[0])) {
            throw new IllegalStateException(
                    "what is stored about notification " + id + " was not written by this version");
        }
        Set<EvidenceArchive.Stage> stages = EnumSet.noneOf(EvidenceArchive.Stage.class);
        for (String name : f[4].split(",", -1)) {
            if (!name.isEmpty()) {
                stages.add(EvidenceArchive.Stage.valueOf(name));
            }
        }
        return new Tracked(id, OperationId.of(f[1]), NotificationState.of(f[2]), Instant.parse(f[3]), stages);
    }
}
