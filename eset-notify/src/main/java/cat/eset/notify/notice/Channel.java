package cat.eset.notify.notice;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * The channel on which a notification was born ({@code Canal}; contract enotum 8). Open-ended: a code that is not known is kept as it came.
 *
 * @param code the literal of the service
 */
public record Channel(String code) {

    /** Electronic. */
    public static final Channel DIGITAL = new Channel("DIGITAL");

    /** Complementary: opened electronically, or sent on paper by the issuer itself. e-NOTUM prints and posts nothing. */
    public static final Channel PAPER = new Channel("PAPER");

    private static final Set<Channel> KNOWN = Set.of(DIGITAL, PAPER);

    /** Checks that there is a code. */
    public Channel {
        if (code.isBlank()) {
            throw InvalidValueException.of("Channel", "its code may not be blank");
        }
    }

    /** The value of this literal. */
    public static Channel of(String code) {
        return new Channel(code);
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
