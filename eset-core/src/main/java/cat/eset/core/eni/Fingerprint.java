package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import java.util.Locale;
import java.util.Objects;

/**
 * The fingerprint of a document in an index (ValorHuella, FuncionResumen).
 *
 * @param value in Base64 when we write it
 * @param function {@code SHA-256} or {@code SHA-512} when we write it; others also write the URI of the algorithm
 */
public record Fingerprint(String value, String function) {

    /** Checks the values. */
    public Fingerprint {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || function.isBlank()) {
            throw InvalidValueException.of("Fingerprint", "value and function may not be blank");
        }
    }

    /** Whether the function is one that can be computed again. */
    public boolean isKnown() {
        return !algorithm().isEmpty();
    }

    /** Name of the algorithm in the platform, or an empty text if it is not known. */
    String algorithm() {
        String f = function.toUpperCase(Locale.ROOT);
        String bare = f.substring(Math.max(f.lastIndexOf('#'), f.lastIndexOf('/')) + 1)
                .replace("-", "");
        return switch (bare) {
            case "SHA256" -> "SHA-256";
            case "SHA384" -> "SHA-384";
            case "SHA512" -> "SHA-512";
            default -> "";
        };
    }
}
