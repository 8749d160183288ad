package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Person;
import java.util.Objects;
import java.util.function.Function;

/** To whom work is given: a person or a group. */
public sealed interface Assignee {

    /**
     * A person.
     *
     * @param person who
     */
    record ToPerson(Person person) implements Assignee {
        /** Checks the value. */
        public ToPerson {
            Objects.requireNonNull(person, "person");
        }

        @Override
        public <T> T fold(Function<ToPerson, T> one, Function<ToGroup, T> group) {
            return one.apply(this);
        }
    }

    /**
     * A group of the town hall.
     *
     * @param name as the town hall calls it
     */
    record ToGroup(String name) implements Assignee {
        /** Checks the value. */
        public ToGroup {
            if (name.isBlank()) {
                throw InvalidValueException.of("Assignee", "the name of a group may not be blank");
            }
        }

        @Override
        public <T> T fold(Function<ToPerson, T> one, Function<ToGroup, T> group) {
            return group.apply(this);
        }
    }

    /** A person. */
    static Assignee person(Person person) {
        return new ToPerson(person);
    }

    /** A group. */
    static Assignee group(String name) {
        return new ToGroup(name);
    }

    /** One function per case. */
    <T> T fold(Function<ToPerson, T> one, Function<ToGroup, T> group);
}
