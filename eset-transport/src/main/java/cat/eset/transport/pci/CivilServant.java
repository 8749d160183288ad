package cat.eset.transport.pci;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Person;
import cat.eset.core.id.Nif;
import java.util.Objects;
import java.util.Optional;

/**
 * The person behind a request ({@code Funcionario}). For data queries of Via Oberta it must be the real person of each
 * call; a constant is a compliance failure (contract pci 16.28).
 *
 * @param nif identity number
 * @param name full name, at most 122 characters
 * @param email address, at most 122 characters
 */
public record CivilServant(Nif nif, String name, Optional<String> email) {

    /** Checks the values. */
    public CivilServant {
        Objects.requireNonNull(nif, "nif");
        if (name.isBlank() || name.length() > 122) {
            throw InvalidValueException.of("CivilServant", "a name of 1 to 122 characters");
        }
        if (email.filter(e -> e.isBlank() || e.length() > 122).isPresent()) {
            throw InvalidValueException.of("CivilServant", "an e-mail address of 1 to 122 characters");
        }
    }

    /** A person, without e-mail address. */
    public static CivilServant of(Person person) {
        return new CivilServant(person.nif(), person.name(), Optional.empty());
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "CivilServant[***]";
    }
}
