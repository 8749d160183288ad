package cat.eset.core.party;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import java.util.Objects;
import java.util.Optional;

/**
 * What identifies a party.
 *
 * @param kind which document
 * @param value its number; a NIF has its published format, foreign numbers are only not blank (legal-rules R14)
 */
public record IdentityDocument(Kind kind, String value) {

    /** Kinds of identity document. */
    public enum Kind {
        /** DNI, NIE or NIF. */
        NIF,
        /** Passport. */
        PASSPORT,
        /** VAT number of another State. */
        VAT,
        /** DIR3 code of a public body. */
        DIR3,
        /** Anything else. */
        OTHER
    }

    /** Checks the values. */
    public IdentityDocument {
        Objects.requireNonNull(kind, "kind");
        if (value.isBlank() || value.length() > 256) {
            throw InvalidValueException.of("IdentityDocument", "1 to 256 characters");
        }
        if (kind == Kind.NIF) {
            value = new Nif(value).value();
        }
    }

    /** A NIF. */
    public static IdentityDocument of(Nif nif) {
        return new IdentityDocument(Kind.NIF, nif.value());
    }

    /** A public body. */
    public static IdentityDocument of(Dir3 body) {
        return new IdentityDocument(Kind.DIR3, body.value());
    }

    /** The NIF, if it is one. */
    public Optional<Nif> nif() {
        return kind == Kind.NIF ? Optional.of(new Nif(value)) : Optional.empty();
    }

    /** Does not print the number. */
    @Override
    public String toString() {
        return kind + "[***]";
    }
}
