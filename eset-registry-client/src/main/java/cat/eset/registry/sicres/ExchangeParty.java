package cat.eset.registry.sicres;

import java.util.Objects;
import java.util.Optional;

/**
 * An interested party ({@code De_Interesado}).
 *
 * @param interested the party
 * @param representative who acts for it
 * @param remarks remarks
 */
public record ExchangeParty(
        ExchangePerson interested, Optional<ExchangePerson> representative, Optional<String> remarks) {

    /** Checks the values. */
    public ExchangeParty {
        Objects.requireNonNull(interested, "interested");
        Objects.requireNonNull(representative, "representative");
        Objects.requireNonNull(remarks, "remarks");
    }

    /** A party that acts for itself. */
    public static ExchangeParty of(ExchangePerson interested) {
        return new ExchangeParty(interested, Optional.empty(), Optional.empty());
    }
}
