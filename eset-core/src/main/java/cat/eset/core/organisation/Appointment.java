package cat.eset.core.organisation;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A person who holds an office of an entity for a time. The same person may hold several offices, also in several
 * entities.
 *
 * @param person who
 * @param office which office
 * @param townHall of which entity
 * @param from first day
 * @param to last day, if it has one
 */
public record Appointment(Person person, Office office, TownHall townHall, LocalDate from, Optional<LocalDate> to) {

    /** Checks the values. */
    public Appointment {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(from, "from");
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw InvalidValueException.of("Appointment", "it does not end before it begins");
        }
    }

    /** An appointment without an end. */
    public static Appointment of(Person person, Office office, TownHall townHall, LocalDate from) {
        return new Appointment(person, office, townHall, from, Optional.empty());
    }

    /** Whether it is held on a day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }
}
