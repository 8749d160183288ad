package cat.eset.core.party;

import cat.eset.core.InvalidValueException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Name of a natural or of a legal person. */
public sealed interface PartyName {

    /**
     * A natural person.
     *
     * @param given given name
     * @param firstSurname first surname
     * @param secondSurname second surname
     */
    record Natural(String given, String firstSurname, Optional<String> secondSurname) implements PartyName {
        /** Checks the values. */
        public Natural {
            Objects.requireNonNull(secondSurname, "secondSurname");
            if (given.isBlank() || firstSurname.isBlank()) {
                throw InvalidValueException.of("PartyName", "given name and first surname may not be blank");
            }
        }

        @Override
        public String full() {
            return given + " " + firstSurname + secondSurname.map(s -> " " + s).orElse("");
        }

        @Override
        public <T> T fold(Function<Natural, T> natural, Function<Legal, T> legal) {
            return natural.apply(this);
        }

        /** Does not print the name. */
        @Override
        public String toString() {
            return "Natural[***]";
        }
    }

    /**
     * A legal person, a body without personality or a public administration.
     *
     * @param name registered name
     */
    record Legal(String name) implements PartyName {
        /** Checks the value. */
        public Legal {
            if (name.isBlank()) {
                throw InvalidValueException.of("PartyName", "a registered name may not be blank");
            }
        }

        @Override
        public String full() {
            return name;
        }

        @Override
        public <T> T fold(Function<Natural, T> natural, Function<Legal, T> legal) {
            return legal.apply(this);
        }

        /** Does not print the name. */
        @Override
        public String toString() {
            return "Legal[***]";
        }
    }

    /** The whole name, for documents; never for logs. */
    String full();

    /** One function per case. */
    <T> T fold(Function<Natural, T> natural, Function<Legal, T> legal);
}
