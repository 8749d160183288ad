package cat.eset.core.effect;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The term of the contentious-administrative appeal, in months from date to date, in which August does not run (Llei
 * 29/1998 arts. 46 and 128.2). The norm of the courts says what happens when it ends on a non-working day; here
 * {@code end} does not move, which is the date to warn with, and {@code safe} is the next working day.
 *
 * @param start date of the notification, not counted
 * @param months its length
 * @param end last day, not moved
 * @param safe last day on the most generous reading
 * @param reasons the rules applied, with their articles
 */
public record ContentiousTerm(LocalDate start, int months, LocalDate end, LocalDate safe, List<Reason> reasons) {

    private static final Reason NO_AUGUST =
            Reason.of("August does not run for this appeal", Article.of(Norm.LJCA, "128.2"));
    private static final Reason MOVES = Reason.of(
            "the last day is not working: warn with it, and wait for the next working day to act",
            Article.of(Norm.POLICY, "end of the contentious term"));

    /** Checks the values. */
    public ContentiousTerm {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(safe, "safe");
        reasons = List.copyOf(reasons);
    }

    /** Two months from the notification of an express act (art. 46.1). */
    public static ContentiousTerm afterNotification(LocalDate notified, WorkingCalendars calendars) {
        return of(notified, 2, "two months from the day after the notification of an express act", calendars);
    }

    /** Six months from the day on which silence arose (art. 46.1). */
    public static ContentiousTerm afterSilence(LocalDate silence, WorkingCalendars calendars) {
        return of(silence, 6, "six months from the day after silence arose", calendars);
    }

    private static ContentiousTerm of(LocalDate start, int months, String text, WorkingCalendars calendars) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(text, Article.of(Norm.LJCA, "46.1")));
        LocalDate from =
                start.getMonth() == Month.AUGUST ? YearMonth.from(start).atEndOfMonth() : start;
        LocalDate end = from.plusMonths(months);
        boolean august = start.getMonth() == Month.AUGUST;
        if (reachesAugust(from, end)) {
            end = from.plusMonths(months + 1L);
            august = true;
        }
        if (august) {
            reasons.add(NO_AUGUST);
        }
        LocalDate safe = calendars.workingOrNext(end);
        if (!safe.equals(end)) {
            reasons.add(MOVES);
        }
        return new ContentiousTerm(start, months, end, safe, reasons);
    }

    private static boolean reachesAugust(LocalDate from, LocalDate end) {
        LocalDate august = LocalDate.of(from.getYear(), Month.AUGUST, 1);
        if (!from.isBefore(august)) {
            august = august.plusYears(1);
        }
        return !end.isBefore(august);
    }

    @Override
    public String toString() {
        return "contentious-administrative appeal until " + end
                + (safe.equals(end) ? "" : " (act from " + safe.plusDays(1) + ")");
    }
}
