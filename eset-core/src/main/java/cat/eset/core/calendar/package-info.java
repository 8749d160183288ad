/**
 * Which days are working days for the administration (Llei 39/2015 art. 30). The calendars of Catalonia come with the
 * SDK as data; a town adds its two local holidays and further years, and a year that nobody loaded is an error, never a
 * year without holidays. Start with {@link cat.eset.core.calendar.WorkingCalendar#catalonia()}, join the calendars that
 * count in a {@link cat.eset.core.calendar.WorkingCalendars}.
 */
@NullMarked
package cat.eset.core.calendar;

import org.jspecify.annotations.NullMarked;
