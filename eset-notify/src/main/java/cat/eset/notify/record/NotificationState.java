package cat.eset.notify.record;

import cat.eset.core.InvalidValueException;
import cat.eset.core.notification.RemoteState;
import cat.eset.notify.notice.ContentLanguage;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A state of e-NOTUM (contract enotum 4). Open-ended: a literal that is not known is kept as it came.
 *
 * @param literal as the service writes it; the cancelled one has a middle dot (U+00B7)
 */
public record NotificationState(String literal) {

    /** Accepted by the service; neither registered nor at disposal yet. */
    public static final NotificationState PENDING = new NotificationState("PENDENT");

    /** Documents stored and exit entry known. */
    public static final NotificationState REGISTERED = new NotificationState("REGISTRADA");

    /** At disposal: deposit evidence made, notices going out. */
    public static final NotificationState DEPOSITED = new NotificationState("DIPOSITADA");

    /** Opened or accepted. */
    public static final NotificationState ACCEPTED = new NotificationState("ACCEPTADA");

    /** Refused by the recipient. */
    public static final NotificationState REJECTED = new NotificationState("REBUTJADA");

    /** Refused by the system at the end of its days; whether that is a rejection in law depends on the recipient. */
    public static final NotificationState EXPIRED = new NotificationState("EXPIRADA");

    /** A phase failed; the consortium can relaunch it, so it is not the end. */
    public static final NotificationState ERROR = new NotificationState("ERROR");

    /** Cancelled by the issuer; the only state that nothing follows. */
    public static final NotificationState CANCELLED = new NotificationState("ANUL\u00b7LADA");

    private static final Set<NotificationState> PRACTISED = Set.of(ACCEPTED, REJECTED, EXPIRED);

    private static final Map<NotificationState, RemoteState> REMOTE = Map.of(
            PENDING, RemoteState.PENDING,
            REGISTERED, RemoteState.REGISTERED,
            DEPOSITED, RemoteState.DEPOSITED,
            ACCEPTED, RemoteState.ACCEPTED,
            REJECTED, RemoteState.REJECTED,
            EXPIRED, RemoteState.EXPIRED,
            ERROR, RemoteState.ERROR,
            CANCELLED, RemoteState.ANNULLED);

    private static final Map<NotificationState, List<String>> LABELS = Map.of(
            PENDING, List.of("Pendent", "Pendiente", "Pending"),
            REGISTERED, List.of("Registrada", "Registrada", "Registered"),
            DEPOSITED, List.of("Dipositada", "Puesta a disposici\u00f3n", "At disposal"),
            ACCEPTED, List.of("Acceptada", "Aceptada", "Accepted"),
            REJECTED, List.of("Rebutjada", "Rechazada", "Rejected"),
            EXPIRED, List.of("Expirada", "Expirada", "Expired"),
            ERROR, List.of("Error", "Error", "Error"),
            CANCELLED, List.of("Anul\u00b7lada", "Anulada", "Cancelled"));

    /** Checks that there is a literal. */
    public NotificationState {
        if (literal.isBlank()) {
            throw InvalidValueException.of("NotificationState", "its literal may not be blank");
        }
    }

    /** The state of this literal. */
    public static NotificationState of(String literal) {
        return new NotificationState(literal);
    }

    /**
     * The state of a numeric word of versions 3.x (contract enotum 4.1), for reading old data: bit 9 cancelled, bit 10
     * error, 5 accepted, 1 deposited, 0 registered; rejected with bit 3 by the recipient, without it or with bit 2 missing
     * by the system.
     *
     * @param word 0 to 2048
     */
    public static NotificationState ofLegacyWord(int word) {
        if (word < 0 || word > 2048) {
            throw InvalidValueException.of("NotificationState", "a word of version 3 is 0 to 2048");
        }
        if (word >= 1024) {
            return ERROR;
        }
        if (word >= 512) {
            return CANCELLED;
        }
        return switch (word) {
            case 0 -> PENDING;
            case 1 -> REGISTERED;
            case 3, 7 -> DEPOSITED;
            case 47 -> ACCEPTED;
            case 31 -> REJECTED;
            case 19, 23 -> EXPIRED;
            default -> throw InvalidValueException.of("NotificationState", "a word of version 3 that the note lists");
        };
    }

    /** Whether this version of the SDK knows it. */
    public boolean isKnown() {
        return REMOTE.containsKey(this);
    }

    /** Accepted, rejected or expired: there is an outcome, which only a cancellation can follow. */
    public boolean isPractised() {
        return PRACTISED.contains(this);
    }

    /**
     * Whether a notification in this state may be found later in that one (contract enotum 4.2). Steps may be missed:
     * from pending everything can follow. Unknown states may follow and be followed, except after a cancellation.
     */
    public boolean canBecome(NotificationState later) {
        if (equals(CANCELLED)) {
            return false;
        }
        if (later.equals(CANCELLED) || !isKnown() || !later.isKnown()) {
            return !equals(later);
        }
        if (isPractised()) {
            return false;
        }
        // Out of an error any phase can go on, also one that came before it.
        return equals(ERROR) ? !later.equals(ERROR) : rank() < later.rank();
    }

    private int rank() {
        if (equals(PENDING)) {
            return 0;
        }
        if (equals(REGISTERED)) {
            return 1;
        }
        return equals(DEPOSITED) ? 2 : 3;
    }

    /** The state in the words of the core. */
    public RemoteState remoteState() {
        return REMOTE.getOrDefault(this, RemoteState.UNRECOGNISED);
    }

    /** How to show it: in Spanish, in English, or else in Catalan; a state that is not known, as it came. */
    public String label(ContentLanguage language) {
        List<String> labels = LABELS.get(this);
        if (labels == null) {
            return literal;
        }
        return labels.get(
                language.equals(ContentLanguage.SPANISH) ? 1 : language.equals(ContentLanguage.ENGLISH) ? 2 : 0);
    }

    @Override
    public String toString() {
        return literal;
    }
}
