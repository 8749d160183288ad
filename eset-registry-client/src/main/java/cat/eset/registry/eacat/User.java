package cat.eset.registry.eacat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A user of EACAT in a body ({@code usuari}); one who works for several bodies has a row for each.
 *
 * @param bodyCode ten digits of the body
 * @param nif identity number, as written
 * @param kind kind of user
 * @param name name
 * @param since since when
 * @param email electronic address
 * @param treatment how to address the person
 * @param profile profile
 * @param changed when it was last changed
 * @param phone telephone
 * @param body the body
 */
public record User(
        String bodyCode,
        String nif,
        UserKind kind,
        Optional<String> name,
        Optional<LocalDate> since,
        Optional<String> email,
        Optional<String> treatment,
        Optional<String> profile,
        Optional<LocalDate> changed,
        Optional<String> phone,
        Optional<Body> body) {

    /** Checks the values. */
    public User {
        Objects.requireNonNull(bodyCode, "bodyCode");
        Objects.requireNonNull(nif, "nif");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(treatment, "treatment");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(changed, "changed");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(body, "body");
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "User[" + bodyCode + ", " + kind + "]";
    }
}
