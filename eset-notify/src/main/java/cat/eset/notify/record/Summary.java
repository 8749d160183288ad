package cat.eset.notify.record;

import java.util.List;

/**
 * How many notifications a citizen has, by issuer ({@code RespostaResum}, contract enotum 6.8).
 *
 * @param issuers by issuer
 * @param total all of them
 * @param pending those not opened
 */
public record Summary(List<ByIssuer> issuers, long total, long pending) {

    /** Copies the list. */
    public Summary {
        issuers = List.copyOf(issuers);
    }

    /**
     * Those of one issuer.
     *
     * @param issuer who
     * @param total all of them
     * @param pending those not opened
     */
    public record ByIssuer(Issuer issuer, long total, long pending) {}
}
