package cat.eset.registry.mux2;

import java.util.Objects;
import java.util.Optional;

/**
 * A natural person (contract mux 5.2, {@code PersonaFisica}). Only such a person can represent somebody there.
 *
 * @param identity what identifies them
 * @param name 1 to 50 characters
 * @param firstSurname 1 to 50 characters
 * @param secondSurname 1 to 50 characters
 * @param place where they live
 */
public record Mux2Person(
        Identity identity, String name, String firstSurname, Optional<String> secondSurname, Place place) {

    private static final String TYPE = "Mux2Person";

    /** Checks the values. */
    public Mux2Person {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(place, "place");
        Lengths.check(TYPE, "a name", name, 1, 50);
        Lengths.check(TYPE, "a surname", firstSurname, 1, 50);
        Lengths.check(TYPE, "a surname", secondSurname, 1, 50);
    }

    /**
     * What identifies a natural person.
     *
     * @param kind which document
     * @param number in the form of that kind
     */
    public record Identity(Kind kind, String number) {

        /** The documents that MUX V2 knows. Numbers that begin with K, L or M fit into none of them. */
        public enum Kind {
            /** Eight digits and a letter. */
            NIF("NIF", "\\d{8}[A-Z]"),
            /** X, Y or Z, seven or eight digits, and a letter. */
            NIE("NIE", "[X-Z]\\d{7,8}[A-Z]"),
            /** A passport, at most 15 characters. */
            PASSPORT("Passaport", ".{1,15}");

            private final String element;
            private final String form;

            Kind(String element, String form) {
                this.element = element;
                this.form = form;
            }

            /** Its name on the wire. */
            public String element() {
                return element;
            }

            boolean fits(String number) {
                return number.matches(form);
            }
        }

        /** Checks the form. */
        public Identity {
            Lengths.match(TYPE, "a " + kind, number, kind.form);
        }

        /** A DNI or NIE, whichever it is; empty if its form is neither. */
        public static Optional<Identity> of(String number) {
            return Kind.NIF.fits(number)
                    ? Optional.of(new Identity(Kind.NIF, number))
                    : Optional.of(number).filter(Kind.NIE::fits).map(n -> new Identity(Kind.NIE, n));
        }

        /** Does not print the number. */
        @Override
        public String toString() {
            return kind + "[***]";
        }
    }

    /** Does not print the person. */
    @Override
    public String toString() {
        return "Mux2Person[***]";
    }
}
