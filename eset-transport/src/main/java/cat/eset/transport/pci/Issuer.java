package cat.eset.transport.pci;

import cat.eset.core.InvalidValueException;

/**
 * Who serves the data ({@code Emisor}). In nearly every official sample it is the consortium, whatever the final source,
 * and it does not look checked (contract pci 4.3).
 *
 * @param nif 1 to 10 characters
 * @param name 1 to 50 characters
 */
public record Issuer(String nif, String name) {

    /** The consortium. */
    public static final Issuer CONSORTIUM = new Issuer("Q0801175A", "CAOC");

    /** Checks the lengths. */
    public Issuer {
        if (nif.isBlank() || nif.length() > 10 || name.isBlank() || name.length() > 50) {
            throw InvalidValueException.of("Issuer", "a number of 1 to 10 and a name of 1 to 50 characters");
        }
    }
}
