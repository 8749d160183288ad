package cat.eset.registry.sicres;

import java.util.Objects;
import java.util.Optional;

/**
 * A person or body in an exchange. Every field is optional.
 *
 * @param kind kind of identity document
 * @param document its number
 * @param company name of a legal person or of a body
 * @param given given name
 * @param firstSurname first surname
 * @param secondSurname second surname
 * @param address where it lives
 * @param email electronic address
 * @param phone telephone
 * @param enabledAddress enabled electronic address ("dirección electrónica habilitada")
 * @param channel how it wants to be told
 */
public record ExchangePerson(
        Optional<IdentityKind> kind,
        Optional<String> document,
        Optional<String> company,
        Optional<String> given,
        Optional<String> firstSurname,
        Optional<String> secondSurname,
        ExchangeAddress address,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> enabledAddress,
        Optional<PreferredChannel> channel) {

    /** Nobody in particular: the message wants somebody even where there is nobody (contract sir, trap 6). */
    public static final ExchangePerson NOBODY = new ExchangePerson(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ExchangeAddress.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Checks the values. */
    public ExchangePerson {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(firstSurname, "firstSurname");
        Objects.requireNonNull(secondSurname, "secondSurname");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(enabledAddress, "enabledAddress");
        Objects.requireNonNull(channel, "channel");
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "ExchangePerson[" + kind.map(IdentityKind::code).orElse("") + "]";
    }
}
