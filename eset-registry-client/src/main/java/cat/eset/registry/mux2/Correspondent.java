package cat.eset.registry.mux2;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Ine10;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Who an entry comes from or an exit goes to: exactly one there (contract mux 5.2, {@code Procedencia}, {@code Destinacio}). */
public sealed interface Correspondent {

    /** One function per case. */
    <T> T fold(Function<Body, T> body, Function<Person, T> person, Function<Company, T> company);

    /** Who acts for it. */
    Optional<Mux2Person> representative();

    /**
     * A public body.
     *
     * @param ine10 its ten digits
     * @param office registry office, 1 to 15 characters
     * @param unit organic unit; the schema sets no form, so a DIR3 code fits
     * @param place postal code or town
     * @param representative who acts for it
     */
    record Body(
            Ine10 ine10,
            Optional<String> office,
            Optional<String> unit,
            Optional<Place> place,
            Optional<Mux2Person> representative)
            implements Correspondent {

        /** Checks the values. */
        public Body {
            Objects.requireNonNull(ine10, "ine10");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(representative, "representative");
            Lengths.check("Correspondent", "an office", office, 1, 15);
            if (place.filter(Place.Address.class::isInstance).isPresent()) {
                throw InvalidValueException.of("Correspondent", "a body has a postal code or a town, no address");
            }
        }

        /** A body of which only its code is said. */
        public static Body of(Ine10 ine10) {
            return new Body(ine10, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** With an organic unit. */
        public Body unit(String value) {
            return new Body(ine10, office, Optional.of(value), place, representative);
        }

        /** With a registry office. */
        public Body office(String value) {
            return new Body(ine10, Optional.of(value), unit, place, representative);
        }

        @Override
        public <T> T fold(Function<Body, T> body, Function<Person, T> person, Function<Company, T> company) {
            return body.apply(this);
        }
    }

    /**
     * A natural person.
     *
     * @param person who
     * @param representative who acts for them
     */
    record Person(Mux2Person person, Optional<Mux2Person> representative) implements Correspondent {
        /** Checks the values. */
        public Person {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(representative, "representative");
        }

        @Override
        public <T> T fold(Function<Body, T> body, Function<Person, T> natural, Function<Company, T> company) {
            return natural.apply(this);
        }
    }

    /**
     * A legal person.
     *
     * @param number its CIF, or a VAT number of at most 50 characters
     * @param foreign whether the number is a VAT number
     * @param name 1 to 255 characters
     * @param place where it is
     * @param representative who acts for it
     */
    record Company(String number, boolean foreign, String name, Place place, Optional<Mux2Person> representative)
            implements Correspondent {

        /** The form of a CIF there. */
        static final String CIF = "[A-Z](\\d{7,8})[A-Z,0-9]";

        /** Checks the values. */
        public Company {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(representative, "representative");
            Lengths.match("Correspondent", foreign ? "a VAT number" : "a CIF", number, foreign ? ".{1,50}" : CIF);
            Lengths.check("Correspondent", "a registered name", name, 1, 255);
        }

        @Override
        public <T> T fold(Function<Body, T> body, Function<Person, T> person, Function<Company, T> company) {
            return company.apply(this);
        }

        /** Does not print the company, which may bear the name of a person. */
        @Override
        public String toString() {
            return "Company[***]";
        }
    }
}
