package cat.eset.core.term;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A term in hours (Llei 39/2015 art. 30.1): every hour of a working day counts, minute by minute. The clock changes of
 * March and October fall on Sundays, which never count, so a working day always has 24 hours.
 *
 * @param amount 1 to 24
 */
public record HourTerm(int amount) {

    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final Reason HOURS = Reason.l39("every hour of a working day is counted, minute by minute", "30.1");
    private static final Reason SKIPPED = Reason.l39("the hours of a non-working day are not counted", "30.1");

    /** Checks the length. */
    public HourTerm {
        if (amount < 1 || amount > 24) {
            throw Reason.l39("a term in hours may not exceed 24; above that it is expressed in days", "30.1")
                    .refusal("term.hours", "use a term in working days");
        }
    }

    /** From the minute of the notification or publication, local time of Madrid. */
    public Started from(LocalDateTime start) {
        return new Started(this, start.truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * A term in hours with its start.
     *
     * @param term the length
     * @param start the minute from which it runs, local time of Madrid
     */
    public record Started(HourTerm term, LocalDateTime start) {

        /** Checks the values. */
        public Started {
            Objects.requireNonNull(term, "term");
            Objects.requireNonNull(start, "start");
        }

        /**
         * When it ends, and why.
         *
         * @throws cat.eset.core.calendar.MissingCalendarException if it reaches a year that is not loaded
         */
        public HourTermResult on(WorkingCalendars calendars) {
            LocalDate day = start.toLocalDate();
            int minute = start.getHour() * 60 + start.getMinute();
            if (!calendars.isWorking(day)) {
                day = calendars.workingOrNext(day);
                minute = 0;
            }
            int left = term.amount() * 60;
            while (minute + left > MINUTES_OF_DAY) {
                left -= MINUTES_OF_DAY - minute;
                minute = 0;
                day = calendars.plusWorkingDays(day, 1);
            }
            List<Reason> reasons = new ArrayList<>(List.of(HOURS));
            var skipped = calendars.nonWorkingDays(start.toLocalDate().minusDays(1), day);
            if (!skipped.isEmpty()) {
                reasons.add(SKIPPED);
            }
            return new HourTermResult(term, start, day, minute + left, skipped, reasons);
        }
    }

    @Override
    public String toString() {
        return amount + (amount == 1 ? " hour" : " hours");
    }
}
