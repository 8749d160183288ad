package cat.eset.transport.pci;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Nif;
import java.util.Objects;
import java.util.Optional;

/**
 * The person a query is about ({@code Titular}), which some State products need (contract pci 4.2).
 *
 * @param documentType {@code CIF}, {@code NIF}, {@code DNI}, {@code Pasaporte} or {@code NIE}
 * @param document number, at most 14 characters (the limit of the IOP cluster)
 * @param fullName at most 122 characters
 * @param name given name, at most 40 characters
 * @param surname1 first surname, at most 40 characters
 * @param surname2 second surname, at most 40 characters
 */
public record DataSubject(
        String documentType,
        String document,
        Optional<String> fullName,
        Optional<String> name,
        Optional<String> surname1,
        Optional<String> surname2) {

    /** Checks the lengths. */
    public DataSubject {
        Objects.requireNonNull(documentType, "documentType");
        if (document.isBlank() || document.length() > 14) {
            throw InvalidValueException.of("DataSubject", "a document number of 1 to 14 characters");
        }
        check(fullName, 122);
        check(name, 40);
        check(surname1, 40);
        check(surname2, 40);
    }

    /** Somebody with a Spanish tax number: {@code NIE} when it begins with X, Y or Z, {@code CIF} when it is of an entity. */
    public static DataSubject of(Nif nif) {
        boolean foreign = "XYZ".indexOf(nif.value().charAt(0)) >= 0;
        return new DataSubject(
                nif.isEntity() ? "CIF" : foreign ? "NIE" : "NIF",
                nif.value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "DataSubject[***]";
    }

    private static void check(Optional<String> text, int max) {
        if (text.filter(t -> t.isBlank() || t.length() > max).isPresent()) {
            throw InvalidValueException.of("DataSubject", "names of 1 to " + max + " characters");
        }
    }
}
