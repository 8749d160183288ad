package cat.eset.core.term;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The days during which a term does not run (Llei 39/2015 art. 22): the union of its suspensions. */
final class SuspensionRules {

    /** Days after {@code from} up to {@code to}. */
    record Interval(LocalDate from, LocalDate to) {
        long days() {
            return to.toEpochDay() - from.toEpochDay();
        }

        boolean contains(LocalDate date) {
            return date.isAfter(from) && !date.isAfter(to);
        }
    }

    private SuspensionRules() {}

    /** Overlaps counted once, each mandatory report cut at its limit. */
    static List<Interval> union(List<Suspension> suspensions) {
        List<Suspension> ordered = ordered(suspensions);
        List<Interval> result = new ArrayList<>();
        for (Suspension s : ordered) {
            Interval last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && !s.from().isAfter(last.to())) {
                LocalDate to = s.lastDay().isAfter(last.to()) ? s.lastDay() : last.to();
                result.set(result.size() - 1, new Interval(last.from(), to));
            } else {
                result.add(new Interval(s.from(), s.lastDay()));
            }
        }
        return result;
    }

    static long days(List<Suspension> suspensions) {
        return union(suspensions).stream().mapToLong(Interval::days).sum();
    }

    /** A suspension that begins when the term has not begun or has already ended suspends nothing. */
    static void check(Term term, LocalDate start, List<Suspension> suspensions, WorkingCalendars calendars) {
        List<Suspension> earlier = new ArrayList<>();
        for (Suspension s : ordered(suspensions)) {
            if (s.from().isBefore(start)) {
                throw Reason.of(
                                "a suspension began on " + s.from() + ", before the term on " + start,
                                s.cause().article())
                        .refusal("term.suspension-early", "check the date of the event that suspends");
            }
            LocalDate end =
                    TermCount.of(term, start, earlier, List.of(), calendars).end();
            if (s.from().isAfter(end)) {
                throw Reason.of(
                                "a suspension began on " + s.from() + ", after the term had ended on " + end,
                                s.cause().article())
                        .refusal(
                                "term.suspension-late",
                                "a term that has ended cannot be suspended; see the effect of silence");
            }
            earlier.add(s);
        }
    }

    private static List<Suspension> ordered(List<Suspension> suspensions) {
        return suspensions.stream()
                .sorted(Comparator.comparing(Suspension::from).thenComparing(Suspension::to))
                .toList();
    }
}
