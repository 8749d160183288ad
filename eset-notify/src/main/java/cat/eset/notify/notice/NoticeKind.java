package cat.eset.notify.notice;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * What is sent ({@code TipusObjecte}; contract enotum 3). Open-ended: a code that is not known is kept as it came.
 *
 * @param code the literal of the service
 */
public record NoticeKind(String code) {

    /** Access, refusal and expiry have legal effect. */
    public static final NoticeKind NOTIFICATION = new NoticeKind("NOTIFICACIO");

    /** Nothing depends on its being opened. */
    public static final NoticeKind COMMUNICATION = new NoticeKind("COMUNICACIO");

    private static final Set<NoticeKind> KNOWN = Set.of(NOTIFICATION, COMMUNICATION);

    /** Checks that there is a code. */
    public NoticeKind {
        if (code.isBlank()) {
            throw InvalidValueException.of("NoticeKind", "its code may not be blank");
        }
    }

    /** The value of this literal. */
    public static NoticeKind of(String code) {
        return new NoticeKind(code);
    }

    /** Whether this version of the SDK knows it. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public String toString() {
        return code;
    }
}
