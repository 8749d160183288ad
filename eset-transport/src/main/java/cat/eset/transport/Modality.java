package cat.eset.transport;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * The operation or data set inside a product: {@code CodigoCertificado}.
 *
 * @param product its product
 * @param code 1 to 64 characters
 */
public record Modality(Product product, String code) {

    /** Checks the values. */
    public Modality {
        Objects.requireNonNull(product, "product");
        if (!code.matches("[A-Za-z0-9_-]{1,64}")) {
            throw InvalidValueException.of("Modality", "1 to 64 letters, digits, underscores and hyphens");
        }
    }

    @Override
    public String toString() {
        return product.code().equals(code) ? code : product.code() + "/" + code;
    }
}
