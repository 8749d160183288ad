package cat.eset.core.term;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A term with its start, its extension and its suspensions. Immutable and thread-safe. */
public final class StartedTerm {

    private final Term term;
    private final LocalDate start;
    private final Optional<Extension> extension;
    private final HalfRounding extensionRounding;
    private final List<Suspension> suspensions;

    StartedTerm(Term term, LocalDate start) {
        this(term, start, Optional.empty(), HalfRounding.DOWN, List.of());
    }

    private StartedTerm(
            Term term,
            LocalDate start,
            Optional<Extension> extension,
            HalfRounding extensionRounding,
            List<Suspension> suspensions) {
        this.term = term;
        this.start = Objects.requireNonNull(start, "start");
        this.extension = extension;
        this.extensionRounding = extensionRounding;
        this.suspensions = suspensions;
    }

    /** With an extension; half of an odd term is rounded down. */
    public StartedTerm extended(Extension granted) {
        return extended(granted, HalfRounding.DOWN);
    }

    /** With an extension, and where the half of an odd term goes, which the law leaves open. */
    public StartedTerm extended(Extension granted, HalfRounding rounding) {
        if (extension.isPresent()) {
            throw Reason.l39("a term is extended once", "32.1")
                    .refusal("term.extended-twice", "grant one extension of the length needed");
        }
        return new StartedTerm(term, start, Optional.of(granted), rounding, suspensions);
    }

    /** With one more suspension. */
    public StartedTerm suspended(Suspension suspension) {
        List<Suspension> more = new ArrayList<>(suspensions);
        more.add(suspension);
        return new StartedTerm(term, start, extension, extensionRounding, List.copyOf(more));
    }

    /** With these suspensions besides. */
    public StartedTerm suspended(List<Suspension> added) {
        List<Suspension> more = new ArrayList<>(suspensions);
        more.addAll(added);
        return new StartedTerm(term, start, extension, extensionRounding, List.copyOf(more));
    }

    /**
     * When it ends, and why.
     *
     * @throws cat.eset.core.calendar.MissingCalendarException if it reaches a year that is not loaded
     * @throws cat.eset.core.rule.RuleBrokenException if the extension came late or is too long, or a suspension began after the end
     */
    public TermResult on(WorkingCalendars calendars) {
        if (extension.isEmpty() && suspensions.isEmpty()) {
            return TermCount.of(term, start, List.of(), List.of(), calendars);
        }
        List<Reason> reasons = new ArrayList<>();
        Term whole = extension
                .map(granted -> ExtensionRules.extend(
                        term,
                        granted,
                        extensionRounding,
                        TermCount.of(term, start, suspensions, List.of(), calendars),
                        reasons))
                .orElse(term);
        SuspensionRules.check(whole, start, suspensions, calendars);
        return TermCount.of(whole, start, suspensions, reasons, calendars);
    }

    @Override
    public String toString() {
        return term + " from " + start;
    }
}
