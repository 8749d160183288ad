package cat.eset.registry.sicres;

import java.util.Objects;
import java.util.Optional;

/**
 * A postal address in the codes of the statistics institute.
 *
 * @param country code of the country
 * @param province code of the province, two digits
 * @param municipality code of the municipality, five digits
 * @param street street, number and floor in one text
 * @param postcode postcode
 */
public record ExchangeAddress(
        Optional<String> country,
        Optional<String> province,
        Optional<String> municipality,
        Optional<String> street,
        Optional<String> postcode) {

    /** None. */
    public static final ExchangeAddress NONE = new ExchangeAddress(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the values. */
    public ExchangeAddress {
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(province, "province");
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(postcode, "postcode");
    }

    /** An address in one text. */
    public static ExchangeAddress of(String street) {
        return new ExchangeAddress(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(street), Optional.empty());
    }

    /** Does not print the address. */
    @Override
    public String toString() {
        return "ExchangeAddress[***]";
    }
}
