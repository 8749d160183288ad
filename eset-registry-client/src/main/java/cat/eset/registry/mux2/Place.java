package cat.eset.registry.mux2;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Ine10;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where somebody lives or is: MUX V2 wants at least a postal code or a town of every person (contract mux 5.2, {@code Poblacio} or {@code Domicili}). */
public sealed interface Place {

    /** One function per case. */
    <T> T fold(Function<PostalCode, T> postalCode, Function<Town, T> town, Function<Address, T> address);

    /**
     * A postal code alone.
     *
     * @param code five digits
     */
    record PostalCode(String code) implements Place {
        /** Checks the form. */
        public PostalCode {
            Lengths.match("Place", "a postal code", code, "\\d{5}");
        }

        @Override
        public <T> T fold(Function<PostalCode, T> postalCode, Function<Town, T> town, Function<Address, T> address) {
            return postalCode.apply(this);
        }
    }

    /**
     * A town alone.
     *
     * @param code its ten digits
     */
    record Town(Ine10 code) implements Place {
        /** Checks the value. */
        public Town {
            Objects.requireNonNull(code, "code");
        }

        @Override
        public <T> T fold(Function<PostalCode, T> postalCode, Function<Town, T> town, Function<Address, T> address) {
            return town.apply(this);
        }
    }

    /**
     * A whole address. The number is compulsory there.
     *
     * @param way kind of way, one of {@link #WAYS}
     * @param wayName 3 to 500 characters
     * @param number 1 to 10 characters ({@code NumeroInferior})
     * @param upTo last number of a range, 1 to 10 characters ({@code NumeroSuperior})
     * @param door block, stair, floor and door
     * @param town 3 to 500 characters
     * @param postalCode five digits
     * @param province 3 to 50 characters
     * @param country 3 to 50 characters
     */
    record Address(
            String way,
            String wayName,
            String number,
            Optional<String> upTo,
            Door door,
            String town,
            String postalCode,
            String province,
            Optional<String> country)
            implements Place {

        private static final String TYPE = "Place";

        /** The kinds of way that the request schema lists. */
        public static final Set<String> WAYS = Set.of(
                ("ALT AV ATP BAR BDA BNC C CA CV CAMI CANL CINC CRO CSTA CTRA DREC ESC FNC GV GAL GRU ILLA JARD MAS MNCP MDOR MOLL PARC"
                                + " PAS PDA PDIS PG PL PLA PLTA POLG PTGE PTJA RBLA RDA RIER SEC STOR T TRAV TRVS URB VIA VIAD")
                        .split(" "));

        /** Checks the values. */
        public Address {
            Objects.requireNonNull(door, "door");
            if (!WAYS.contains(way)) {
                throw InvalidValueException.of(TYPE, "the kind of way is one of the published list");
            }
            Lengths.check(TYPE, "the name of the way", wayName, 3, 500);
            Lengths.check(TYPE, "the number", number, 1, 10);
            Lengths.check(TYPE, "the last number", upTo, 1, 10);
            Lengths.check(TYPE, "the town", town, 3, 500);
            Lengths.match(TYPE, "a postal code", postalCode, "\\d{5}");
            Lengths.check(TYPE, "the province", province, 3, 50);
            Lengths.check(TYPE, "the country", country, 3, 50);
        }

        @Override
        public <T> T fold(Function<PostalCode, T> postalCode, Function<Town, T> town, Function<Address, T> address) {
            return address.apply(this);
        }

        /** Does not print the address. */
        @Override
        public String toString() {
            return "Address[***]";
        }
    }

    /**
     * The rest of an address, 1 to 10 characters each.
     *
     * @param block {@code Bloc}
     * @param stair {@code Escala}
     * @param floor {@code Pis}
     * @param door {@code Porta}
     */
    record Door(Optional<String> block, Optional<String> stair, Optional<String> floor, Optional<String> door) {

        /** Nothing of it is known. */
        public static final Door NONE =
                new Door(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Checks the values. */
        public Door {
            Lengths.check("Place", "the block", block, 1, 10);
            Lengths.check("Place", "the stair", stair, 1, 10);
            Lengths.check("Place", "the floor", floor, 1, 10);
            Lengths.check("Place", "the door", door, 1, 10);
        }
    }
}
