package cat.eset.core;

import java.util.Objects;

/**
 * Who does something: a person, under an office, for an entity. Every command of the work model takes one.
 *
 * @param person who
 * @param office under which office
 * @param townHall for which entity
 */
public record Actor(Person person, Office office, TownHall townHall) {

    /** Checks the values. */
    public Actor {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(townHall, "townHall");
    }
}
