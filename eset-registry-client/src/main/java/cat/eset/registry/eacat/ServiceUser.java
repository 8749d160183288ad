package cat.eset.registry.eacat;

import java.util.Objects;
import java.util.Optional;

/**
 * A user with a role in a service ({@code servei}); one with several roles has a row for each.
 *
 * @param nif identity number, as written
 * @param name name
 * @param profile profile
 * @param bodyCode ten digits of the body
 * @param bodyName name of the body
 * @param typeId type of body
 * @param typeName name of the type
 * @param service code of the service
 * @param role role
 * @param description what the role may do
 */
public record ServiceUser(
        String nif,
        Optional<String> name,
        Optional<String> profile,
        String bodyCode,
        String bodyName,
        String typeId,
        String typeName,
        String service,
        String role,
        Optional<String> description) {

    /** Checks the values. */
    public ServiceUser {
        Objects.requireNonNull(nif, "nif");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(bodyCode, "bodyCode");
        Objects.requireNonNull(bodyName, "bodyName");
        Objects.requireNonNull(typeId, "typeId");
        Objects.requireNonNull(typeName, "typeName");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(description, "description");
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "ServiceUser[" + bodyCode + ", " + service + ", " + role + "]";
    }
}
