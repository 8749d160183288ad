package cat.eset.registry.sir;

import cat.eset.core.InvalidValueException;

/**
 * Identity of an exchange in SIR ({@code idEnviamentSIR}), for example {@code O00000001_24_00000123}.
 *
 * @param value as the consortium gave it, at most 33 characters
 */
public record ExchangeId(String value) {

    /** Checks the length. */
    public ExchangeId {
        if (value.isBlank() || value.length() > 33) {
            throw InvalidValueException.of("ExchangeId", "1 to 33 characters");
        }
    }

    /** An identity that was stored. */
    public static ExchangeId of(String value) {
        return new ExchangeId(value);
    }

    /** Whether it has the usual form: office, year of two digits, eight digits. */
    public boolean hasUsualForm() {
        return value.matches("[A-Z0-9]{9}_\\d{2}_\\d{8}");
    }

    @Override
    public String toString() {
        return value;
    }
}
