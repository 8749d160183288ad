package cat.eset.core.organisation;

import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Powers that an office gives to a person by decree. They take effect the day after the date of the decree unless it says
 * otherwise (ROF art. 44); what is resolved by delegation says so and counts as resolved by who delegates (ROF art. 192.1).
 *
 * @param from the office that delegates
 * @param to the person who receives the powers
 * @param townHall of which entity
 * @param decree printed number of the decree
 * @param effectiveFrom first day
 * @param until last day, if it has one
 */
public record Delegation(
        Office from, Person to, TownHall townHall, String decree, LocalDate effectiveFrom, Optional<LocalDate> until) {

    /** Checks the values. */
    public Delegation {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(decree, "decree");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(until, "until");
    }

    /** A delegation that takes effect the day after the date of its decree. */
    public static Delegation byDecree(
            Office from, Person to, TownHall townHall, String decree, LocalDate dateOfDecree) {
        return new Delegation(from, to, townHall, decree, dateOfDecree.plusDays(1), Optional.empty());
    }

    /** Whether it is in force on a day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(effectiveFrom) && until.filter(day::isAfter).isEmpty();
    }
}
