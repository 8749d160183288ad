package cat.eset.registry.eacat;

import cat.eset.core.id.Ine10;
import java.util.Objects;
import java.util.Optional;

/**
 * A body of the directory ({@code ens}). EACAT drops the leading zeros of numeric codes; here they are back.
 *
 * @param code its ten digits; if EACAT wrote something else, that
 * @param name its name
 * @param typeId type of body, as in {@link BodyType}
 * @param typeName name of the type
 * @param cif tax number
 * @param address address
 * @param postcode five digits
 * @param municipalityCode ten digits
 * @param municipality its name
 * @param countyCode two digits
 * @param county its name
 * @param provinceCode two digits
 * @param province its name
 * @param delegationCode code of the territorial delegation
 * @param delegation its name
 */
public record Body(
        String code,
        String name,
        String typeId,
        String typeName,
        Optional<String> cif,
        Optional<String> address,
        Optional<String> postcode,
        Optional<String> municipalityCode,
        Optional<String> municipality,
        Optional<String> countyCode,
        Optional<String> county,
        Optional<String> provinceCode,
        Optional<String> province,
        Optional<String> delegationCode,
        Optional<String> delegation) {

    /** Checks the values. */
    public Body {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(typeId, "typeId");
        Objects.requireNonNull(typeName, "typeName");
        Objects.requireNonNull(cif, "cif");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(postcode, "postcode");
        Objects.requireNonNull(municipalityCode, "municipalityCode");
        Objects.requireNonNull(municipality, "municipality");
        Objects.requireNonNull(countyCode, "countyCode");
        Objects.requireNonNull(county, "county");
        Objects.requireNonNull(provinceCode, "provinceCode");
        Objects.requireNonNull(province, "province");
        Objects.requireNonNull(delegationCode, "delegationCode");
        Objects.requireNonNull(delegation, "delegation");
    }

    /** The same code as a type, if it has its form. */
    public Optional<Ine10> ine10() {
        return code.matches("\\d{10}") ? Optional.of(Ine10.of(code)) : Optional.empty();
    }

    /** Code and type. */
    @Override
    public String toString() {
        return "Body[" + code + ", type " + typeId + "]";
    }
}
