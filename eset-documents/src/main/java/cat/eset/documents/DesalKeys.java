package cat.eset.documents;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Secret;
import java.util.Objects;

/**
 * What identifies a service in DESA'L (contract desal 3): given by the consortium, per service and environment.
 *
 * @param service {@code codiServei}, 1 to 10 characters
 * @param accessKey public part of the key
 * @param secretKey secret part; the caller keeps it open as long as the client is used
 */
public record DesalKeys(String service, String accessKey, Secret secretKey) {

    /** Checks the form. */
    public DesalKeys {
        Objects.requireNonNull(accessKey, "accessKey");
        Objects.requireNonNull(secretKey, "secretKey");
        if (!service.matches("[A-Za-z0-9 _-]{1,10}")) {
            throw InvalidValueException.of(
                    "DesalKeys", "the service has 1 to 10 letters, digits, spaces, hyphens or low lines");
        }
    }

    /** The service only. */
    @Override
    public String toString() {
        return "DesalKeys[" + service + "]";
    }
}
