package cat.eset.signature.validador;

import java.net.URI;
import java.util.Objects;

/**
 * Where the Validador listens.
 *
 * @param dss certificates, XML and CMS
 * @param pdf PDF
 */
public record ValidadorEndpoints(URI dss, URI pdf) {

    /** Checks the values. */
    public ValidadorEndpoints {
        Objects.requireNonNull(dss, "dss");
        Objects.requireNonNull(pdf, "pdf");
    }

    /**
     * Production. The address for PDF is inferred from the historic test environment (validador 1): a town hall that uses it
     * asks AOC first. The address of today's test environment is not public.
     */
    public static ValidadorEndpoints production() {
        return new ValidadorEndpoints(
                URI.create("https://psis.aoc.cat/psis/catcert/dss"),
                URI.create("https://psis.aoc.cat/psis/catcert/dsspdf"));
    }
}
