package cat.eset.core.party;

import java.util.Objects;
import java.util.Optional;

/**
 * How to reach a party. Everything is optional.
 *
 * @param email address for the notice of a notification
 * @param mobile mobile telephone for the notice by SMS
 * @param postalAddress address in one text, for paper
 */
public record Contact(Optional<String> email, Optional<String> mobile, Optional<String> postalAddress) {

    /** No way is known. */
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the values. */
    public Contact {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(mobile, "mobile");
        Objects.requireNonNull(postalAddress, "postalAddress");
    }

    /** Does not print addresses. */
    @Override
    public String toString() {
        return "Contact[email " + email.isPresent() + ", mobile " + mobile.isPresent() + ", postal "
                + postalAddress.isPresent() + "]";
    }
}
