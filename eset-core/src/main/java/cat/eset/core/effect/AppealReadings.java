package cat.eset.core.effect;

import cat.eset.core.calendar.WorkingCalendars;
import java.util.Objects;

/**
 * The appeals on every reading of the date of notification.
 *
 * @param legal by the policy of the town hall
 * @param warning from the earliest date: the last days to tell the citizen
 * @param safe from the latest date: what the town hall waits for before it acts
 */
public record AppealReadings(Appeals legal, Appeals warning, Appeals safe) {

    /** Checks the values. */
    public AppealReadings {
        Objects.requireNonNull(legal, "legal");
        Objects.requireNonNull(warning, "warning");
        Objects.requireNonNull(safe, "safe");
    }

    /**
     * The appeals that a notification opens.
     *
     * @throws cat.eset.core.calendar.MissingCalendarException if a term reaches a year that is not loaded
     */
    public static AppealReadings after(EffectDates notified, WorkingCalendars calendars) {
        return new AppealReadings(
                Appeals.after(notified.legal(), calendars),
                Appeals.after(notified.warning(), calendars),
                Appeals.after(notified.safe(), calendars));
    }
}
