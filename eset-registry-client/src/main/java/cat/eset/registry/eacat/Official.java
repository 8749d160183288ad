package cat.eset.registry.eacat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An authorised official ("funcionari habilitat"), who may act for citizens without electronic means.
 *
 * @param name name
 * @param nif identity number, as written
 * @param kind kind of user
 * @param bodyName name of the body
 * @param bodyCode ten digits of the body
 * @param since first day
 * @param until last day; empty while in office
 * @param assists may identify and sign for interested persons
 * @param certifiesCopies may issue authentic copies
 * @param unit administrative unit
 */
public record Official(
        String name,
        String nif,
        UserKind kind,
        String bodyName,
        String bodyCode,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        boolean assists,
        boolean certifiesCopies,
        String unit) {

    /** Checks the values. */
    public Official {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(nif, "nif");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(bodyName, "bodyName");
        Objects.requireNonNull(bodyCode, "bodyCode");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(unit, "unit");
    }

    /** Does not print who it is. */
    @Override
    public String toString() {
        return "Official[" + bodyCode + "]";
    }
}
