package cat.eset.core.effect;

import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a notification says of the act, and what it does if something is missing (Llei 39/2015 arts. 40.2 and 40.3).
 *
 * @param present what it says
 */
public record NotificationContent(Set<Element> present) {

    /** What a notification must say. */
    public enum Element {
        /** The full text of the act. */
        FULL_TEXT,
        /** Whether the act ends the administrative route. */
        ENDS_ROUTE,
        /** The appeals there are. */
        APPEALS,
        /** Before which body. */
        BODY,
        /** In which term. */
        TERM
    }

    private static final Reason COMPLETE = Reason.l39("the notification says everything it must", "40.2");
    private static final Reason DEFECTIVE = Reason.l39(
            "something is missing but the full text is there: it counts from the day the person acts knowing the act,"
                    + " or appeals",
            "40.3");
    private static final Reason NO_TEXT = Reason.l39("without the full text there is no notification", "40.2");

    /**
     * From when it counts.
     *
     * @param on the day; empty if it does not count yet
     * @param reason the rule applied
     */
    public record Answer(Optional<LocalDate> on, Reason reason) {
        /** Checks the values. */
        public Answer {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Copies the set. */
    public NotificationContent {
        present = Set.copyOf(present);
    }

    /** With everything. */
    public static NotificationContent complete() {
        return new NotificationContent(EnumSet.allOf(Element.class));
    }

    /** Without these. */
    public static NotificationContent without(Element... missing) {
        Set<Element> present = EnumSet.allOf(Element.class);
        present.removeAll(Arrays.asList(missing));
        return new NotificationContent(present);
    }

    /** What is missing. */
    public Set<Element> missing() {
        Set<Element> missing = EnumSet.allOf(Element.class);
        missing.removeAll(present);
        return missing;
    }

    /**
     * From when it counts.
     *
     * @param practisedOn the day on which it was practised
     * @param actedKnowingly the day on which the person did something that supposes knowing the act, or appealed
     */
    public Answer countsFrom(LocalDate practisedOn, Optional<LocalDate> actedKnowingly) {
        if (!present.contains(Element.FULL_TEXT)) {
            return new Answer(Optional.empty(), NO_TEXT);
        }
        return missing().isEmpty()
                ? new Answer(Optional.of(practisedOn), COMPLETE)
                : new Answer(actedKnowingly, DEFECTIVE);
    }
}
