package cat.eset.core.effect;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * When the second attempt of a paper notification may be made (Llei 39/2015 art. 42.2). The three days are working days
 * (art. 30.2).
 *
 * @param first the first attempt, local time of Madrid
 * @param days the days on which it may be made
 * @param reasons the rules applied
 */
public record SecondAttempt(LocalDateTime first, List<LocalDate> days, List<Reason> reasons) {

    private static final int DAYS = 3;
    private static final LocalTime NOON = LocalTime.of(15, 0);
    private static final Duration APART = Duration.ofHours(3);
    private static final List<Reason> RULES = List.of(
            Reason.l39("within the three days that follow, counted as working days", "42.2 i 30.2"),
            Reason.l39("one attempt before 15:00 and the other after, at least three hours apart", "42.2"));

    /** Checks the values. */
    public SecondAttempt {
        Objects.requireNonNull(first, "first");
        days = List.copyOf(days);
        reasons = List.copyOf(reasons);
    }

    /**
     * The window that a first attempt opens.
     *
     * @throws cat.eset.core.calendar.MissingCalendarException if it reaches a year that is not loaded
     */
    public static SecondAttempt after(LocalDateTime first, WorkingCalendars calendars) {
        List<LocalDate> days = new ArrayList<>(DAYS);
        for (int i = 1; i <= DAYS; i++) {
            days.add(calendars.plusWorkingDays(first.toLocalDate(), i));
        }
        return new SecondAttempt(first, days, RULES);
    }

    /** Whether an attempt at that moment, local time of Madrid, would be valid. */
    public boolean allows(LocalDateTime at) {
        LocalTime a = first.toLocalTime();
        LocalTime b = at.toLocalTime();
        return days.contains(at.toLocalDate())
                && a.isBefore(NOON) != b.isBefore(NOON)
                && Duration.between(a, b).abs().compareTo(APART) >= 0;
    }

    /** The earliest time of day that is valid. */
    public LocalTime earliest() {
        LocalTime time = first.toLocalTime();
        if (!time.isBefore(NOON)) {
            return LocalTime.MIDNIGHT;
        }
        LocalTime apart = time.plus(APART);
        return apart.isBefore(NOON) ? NOON : apart;
    }

    /** The latest time of day that is valid. */
    public LocalTime latest() {
        LocalTime time = first.toLocalTime();
        if (time.isBefore(NOON)) {
            return LocalTime.MAX;
        }
        LocalTime apart = time.minus(APART);
        return apart.isBefore(NOON) ? apart : NOON.minusNanos(1);
    }
}
