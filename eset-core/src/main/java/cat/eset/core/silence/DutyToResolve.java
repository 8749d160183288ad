package cat.eset.core.silence;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import cat.eset.core.term.Suspension;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The duty of the administration to resolve one procedure and notify it in term. Immutable and thread-safe.
 *
 * @param rule what the procedure sets
 * @param start ex officio, the date of the act that starts it; on request, that of entry in the registry of the
 *     competent administration (art. 21.3), on the reading of {@link cat.eset.core.term.AdministrationStart}
 * @param suspensions what stopped the term (art. 22)
 */
public record DutyToResolve(ProcedureRule rule, LocalDate start, List<Suspension> suspensions) {

    private static final int CERTIFICATE_DAYS = 15;
    private static final int NOTICE_DAYS = 10;

    /** Checks the values. */
    public DutyToResolve {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(start, "start");
        suspensions = List.copyOf(suspensions);
    }

    /** A duty without suspensions. */
    public static DutyToResolve of(ProcedureRule rule, LocalDate start) {
        return new DutyToResolve(rule, start, List.of());
    }

    /** With one more suspension. */
    public DutyToResolve suspended(Suspension suspension) {
        List<Suspension> more = new ArrayList<>(suspensions);
        more.add(suspension);
        return new DutyToResolve(rule, start, more);
    }

    /**
     * Begun again: a procedure ex officio whose paralysis is attributable to the person interrupts the term (art. 25.2).
     */
    public DutyToResolve interrupted(LocalDate restart) {
        return new DutyToResolve(rule, restart, List.of());
    }

    /**
     * The last day to resolve and notify, with its reasons.
     *
     * @throws cat.eset.core.calendar.MissingCalendarException if it reaches a year that is not loaded
     */
    public TermResult deadline(WorkingCalendars calendars) {
        List<Reason> grounds = new ArrayList<>(rule.maximum().grounds());
        grounds.add(Reason.of("maximum term to resolve and notify", rule.basis()));
        Term maximum = new Term(rule.maximum().amount(), rule.maximum().unit(), grounds);
        return maximum.from(start).suspended(suspensions).on(calendars);
    }

    /** The last day to tell the person the reception date, the maximum term and the effect of silence (art. 21.4). */
    public TermResult noticeOfStart(WorkingCalendars calendars) {
        return Term.workingDays(NOTICE_DAYS).from(start).on(calendars);
    }

    /**
     * The day on which the duty was met: the first of a duly proven attempt with the full text (art. 40.4), being put at
     * disposal electronically (art. 43.3), and the notification itself.
     */
    public static Optional<LocalDate> metOn(
            Optional<LocalDate> firstProvenAttempt, Optional<LocalDate> putAtDisposal, Optional<LocalDate> notified) {
        return Stream.of(firstProvenAttempt, putAtDisposal, notified)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /**
     * Where the duty stands.
     *
     * @param metOn the day on which it was met, see {@link #metOn}
     * @param today the day on which we ask
     */
    public SilenceOutcome outcome(Optional<LocalDate> metOn, LocalDate today, WorkingCalendars calendars) {
        TermResult deadline = deadline(calendars);
        if (metOn.isPresent() && !metOn.get().isAfter(deadline.end())) {
            return new SilenceOutcome.Met(metOn.get(), deadline);
        }
        if (!today.isAfter(deadline.end()) || deadline.isProvisional()) {
            return new SilenceOutcome.Running(deadline);
        }
        return new SilenceOutcome.Unmet(
                deadline, rule.silence().sense(), certificateBy(deadline, calendars), reasons(deadline));
    }

    private Optional<TermResult> certificateBy(TermResult deadline, WorkingCalendars calendars) {
        return rule.silence().isAtRequest()
                ? Optional.of(
                        Term.workingDays(CERTIFICATE_DAYS).from(deadline.end()).on(calendars))
                : Optional.empty();
    }

    private List<Reason> reasons(TermResult deadline) {
        List<Reason> reasons = new ArrayList<>();
        String text = switch (rule.silence().sense()) {
            case POSITIVE -> "the term ended on " + deadline.end() + ": silence grants";
            case NEGATIVE -> "the term ended on " + deadline.end() + ": silence refuses and opens the appeals";
            case EXPIRY ->
                "the term ended on " + deadline.end()
                        + ": the procedure expires; a resolution declares it and orders filing (effects of art. 95)";
        };
        rule.silence().articles().forEach(article -> reasons.add(Reason.of(text, article)));
        return reasons;
    }
}
