package cat.eset.core.term;

import cat.eset.core.LegalTime;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * When a document was presented in the registry, in fact and in law (Llei 39/2015 art. 31.2.b; Llei 26/2010 art. 41.8):
 * on a non-working day of the seat it counts as made in the first hour of the next working day, before what comes that
 * day, and in the order in which it came.
 *
 * @param effective when it came
 * @param legal when it counts as presented, local time of Madrid
 * @param deferred whether it came on a non-working day
 * @param reasons the rule applied
 */
public record Presentation(Instant effective, LocalDateTime legal, boolean deferred, List<Reason> reasons) {

    /** The order in law: deferred ones first, and among them by the instant at which they came. */
    public static final Comparator<Presentation> ORDER = Comparator.comparing(Presentation::legal)
            .thenComparing(p -> !p.deferred())
            .thenComparing(Presentation::effective);

    private static final Reason CORRECTED = Reason.l39(
            "presented on paper by somebody obliged to electronic means: the date of the correction counts", "68.4");
    private static final List<Reason> SAME_DAY =
            List.of(Reason.l39("the registry admits documents at every hour of every day", "31.2.a"));
    private static final List<Reason> DEFERRED = List.of(
            Reason.l39("presented on a non-working day: counts in the first hour of the next working day", "31.2.b"),
            Reason.l39("only the calendar of the seat counts for the registry", "31.3"));

    /** Checks the values. */
    public Presentation {
        Objects.requireNonNull(effective, "effective");
        Objects.requireNonNull(legal, "legal");
        reasons = List.copyOf(reasons);
    }

    /**
     * A presentation.
     *
     * @param effective when it came
     * @param seat the calendar of the seat alone: {@link WorkingCalendars#of(cat.eset.core.calendar.WorkingCalendar)}
     * @throws cat.eset.core.calendar.MissingCalendarException if the year is not loaded
     */
    public static Presentation of(Instant effective, WorkingCalendars seat) {
        if (seat.calendars().size() != 1) {
            throw new IllegalArgumentException("the calendar of the seat alone counts for the registry (art. 31.3)");
        }
        LocalDateTime local = LegalTime.dateTimeOf(effective);
        LocalDate working = seat.workingOrNext(local.toLocalDate());
        if (working.equals(local.toLocalDate())) {
            return new Presentation(effective, local, false, SAME_DAY);
        }
        return new Presentation(effective, working.atTime(LocalTime.MIDNIGHT), true, DEFERRED);
    }

    /**
     * What somebody obliged to electronic means presented on paper and then corrected: the date of the correction is that
     * of the presentation (art. 68.4; RD 203/2021 art. 14.1).
     *
     * @param corrected when it was presented electronically
     */
    public static Presentation ofCorrection(Instant corrected, WorkingCalendars seat) {
        Presentation presentation = of(corrected, seat);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(CORRECTED);
        reasons.addAll(presentation.reasons());
        return new Presentation(corrected, presentation.legal(), presentation.deferred(), reasons);
    }

    /** The date from which a term that binds the administration is counted, on the reading chosen. */
    public LocalDate startFor(AdministrationStart reading) {
        return reading == AdministrationStart.LEGAL ? legal.toLocalDate() : LegalTime.dateOf(effective);
    }

    /** The date that counts for the person's own terms (art. 31.2.b). */
    public LocalDate legalDate() {
        return legal.toLocalDate();
    }
}
