package cat.eset.testkit.mux;

import cat.eset.core.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where the vendor's registry listens and how MUX identifies itself there (contract mux 7.1).
 *
 * @param address http or https; the TLS certificate must be of the test PKI
 * @param issuer claim {@code iss}
 * @param subject claim {@code sub}: INE10 or DIR3 of the body
 * @param secret shared secret; its characters are the key (the text form of contract mux 6.1)
 * @param answerTimeout how long MUX waits for an answer before it counts as lost (contract mux 9: 15 s)
 */
public record VendorRegistry(URI address, String issuer, String subject, Secret secret, Duration answerTimeout) {

    /** Checks the values. */
    public VendorRegistry {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(answerTimeout, "answerTimeout");
    }

    /** A registry that must answer within 15 seconds. */
    public static VendorRegistry at(URI address, String issuer, String subject, Secret secret) {
        return new VendorRegistry(address, issuer, subject, secret, Duration.ofSeconds(15));
    }
}
