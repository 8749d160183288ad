package cat.eset.core.silence;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import cat.eset.core.term.StatutoryTerms;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The simplified procedure (Llei 39/2015 art. 96): resolved in thirty working days, with a closed list of steps; anything else forces the
 * ordinary one.
 */
public final class SimplifiedProcedure {

    /** What may have to be done in a procedure, as far as art. 96.6 is concerned. */
    public enum Act {
        /** Start, ex officio or at request. */
        START,
        /** Correction of the application. */
        CORRECTION,
        /** Allegations at the beginning, for five days. */
        ALLEGATIONS,
        /** Hearing, only if the resolution is going to be unfavourable. */
        UNFAVOURABLE_HEARING,
        /** Report of the legal service, where it is mandatory. */
        LEGAL_REPORT,
        /** Report of the General Council of the Judiciary, where it is mandatory. */
        JUDICIARY_REPORT,
        /** Opinion of the advisory council, where it is mandatory. */
        ADVISORY_OPINION,
        /** Resolution. */
        RESOLUTION,
        /** Evidence, public information, other reports and whatever else is not in the list. */
        ANYTHING_ELSE
    }

    private SimplifiedProcedure() {}

    /**
     * The last day to resolve.
     *
     * @param notifiedOn the day on which the decision to use it was notified; the term runs from the day after
     */
    public static TermResult resolveBy(LocalDate notifiedOn, WorkingCalendars calendars) {
        return StatutoryTerms.standard()
                .get("simplified")
                .term()
                .from(notifiedOn)
                .on(calendars);
    }

    /** Why the ordinary procedure has to be followed (art. 96.7), if one of the acts is not in the list; empty if none is. */
    public static Optional<Reason> forcesOrdinary(Collection<Act> acts) {
        return acts.contains(Act.ANYTHING_ELSE)
                ? Optional.of(Reason.l39("a step that is not in the list of art. 96.6: ordinary procedure", "96.7"))
                : Optional.empty();
    }

    /** The list of art. 96.6. */
    public static Set<Act> steps() {
        return EnumSet.complementOf(EnumSet.of(Act.ANYTHING_ELSE));
    }
}
