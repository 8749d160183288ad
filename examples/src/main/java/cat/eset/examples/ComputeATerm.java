package cat.eset.examples;

import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;

/** When does a term end, and why that day? Needs no network, no database and no thread. */
public final class ComputeATerm {

    private ComputeATerm() {}

    /** Prints the end of a term, the articles applied and the days skipped. */
    public static void main(String[] args) {
        System.out.println(correction(LocalDate.of(2026, 3, 26)).explain());
    }

    /** Ten working days to put a request right, for somebody who lives in the town (Llei 39/2015 art. 68.1). */
    static TermResult correction(LocalDate notified) {
        // tag::term[]
        WorkingCalendar elBruc = WorkingCalendar.catalonia()
                .of("El Bruc")
                .withLocalHolidays(2026, LocalDate.of(2026, 5, 25), LocalDate.of(2026, 8, 24));

        return Term.workingDays(10).from(notified).on(WorkingCalendars.of(elBruc));
        // end::term[]
    }
}
