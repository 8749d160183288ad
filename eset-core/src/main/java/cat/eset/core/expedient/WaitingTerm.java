package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;
import cat.eset.core.law.Reason;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import java.util.List;

/**
 * The legal term for which a waiting step waits, as the legal engine computed it (contract eset-model 12, invariant 8).
 *
 * @param startEvent what made it start, for example {@code "requirement notified"}
 * @param start date of that event; the first counted day is the next one
 * @param lastDay last day of the term
 * @param reasons rules and articles that led to the last day; at least one
 */
public record WaitingTerm(String startEvent, LocalDate start, LocalDate lastDay, List<Reason> reasons) {

    /** Checks the values. */
    public WaitingTerm {
        reasons = List.copyOf(reasons);
        if (startEvent.isBlank() || reasons.isEmpty()) {
            throw InvalidValueException.of("WaitingTerm", "its start event and at least one reason");
        }
        if (lastDay.isBefore(start)) {
            throw InvalidValueException.of("WaitingTerm", "its last day is not before its start");
        }
    }

    /** A term that the legal engine computed. */
    public static WaitingTerm of(String startEvent, TermResult term) {
        return new WaitingTerm(startEvent, term.start(), term.end(), term.reasons());
    }
}
