package cat.eset.core.silence;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Reason;
import cat.eset.core.rule.RuleBrokenException;
import cat.eset.core.term.StatutoryTerms;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What happens when a person does not do what was asked: withdrawal for lack of correction (Llei 39/2015 art. 68.1), loss
 * of a step (art. 73.3), expiry at request (art. 95.1). It always needs an express resolution, and until the day on which
 * that is notified a late act is still admitted.
 */
public final class Lapse {

    private static final Reason LATE = Reason.l39(
            "a late act is admitted if it is done before, or on the day on which, the resolution that declares the lapse"
                    + " is notified",
            "73.3");

    private Lapse() {}

    /**
     * Lets a late act pass, or refuses it.
     *
     * @param doneOn the day of the late act
     * @param lapseNotifiedOn the day on which the resolution that declares the lapse was notified, if it was
     * @return why it is admitted
     * @throws RuleBrokenException if it comes after that day
     */
    public static Reason admit(LocalDate doneOn, Optional<LocalDate> lapseNotifiedOn) {
        if (lapseNotifiedOn.filter(doneOn::isAfter).isPresent()) {
            throw LATE.refusal("silence.late-act", "the lapse was declared: a new application is needed");
        }
        return LATE;
    }

    /**
     * The last day of the three months after which a procedure that the person has paralysed is filed.
     *
     * @param warnedOn the day on which the person was warned of it
     */
    public static TermResult expiryAtRequest(LocalDate warnedOn, WorkingCalendars calendars) {
        return StatutoryTerms.standard()
                .get("expiry-at-request")
                .term()
                .from(warnedOn)
                .on(calendars);
    }
}
