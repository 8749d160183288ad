/**
 * Terms of the administrative procedure (Llei 39/2015 arts. 29-33): in working days, natural days, months, years and
 * hours, with extension, urgency and suspension. Pure functions on legal dates; every result says which articles it
 * applied and which days it skipped, and why. Start with {@link cat.eset.core.term.Term}:
 * {@code Term.workingDays(10).from(notified).on(calendars)}.
 */
@NullMarked
package cat.eset.core.term;

import org.jspecify.annotations.NullMarked;
