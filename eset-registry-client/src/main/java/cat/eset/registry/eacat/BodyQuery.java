package cat.eset.registry.eacat;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import java.util.Optional;

/**
 * Which bodies to look for; every criterion narrows. Immutable: each method gives a narrower question.
 *
 * @param code its ten digits
 * @param typeId type of body, one or two digits
 * @param name name, at most 90 characters; how EACAT compares it is not documented
 * @param cif tax number
 * @param municipality name of the municipality, at most 45 characters
 * @param province name of the province, at most 45 characters: {@code Barcelona}, {@code Girona}, {@code Lleida}, {@code Tarragona}
 */
public record BodyQuery(
        Optional<Ine10> code,
        Optional<String> typeId,
        Optional<String> name,
        Optional<Nif> cif,
        Optional<String> municipality,
        Optional<String> province) {

    private static final BodyQuery ANY = new BodyQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the lengths. */
    public BodyQuery {
        check(typeId, 2);
        check(name, 90);
        check(municipality, 45);
        check(province, 45);
    }

    private static void check(Optional<String> text, int longest) {
        if (text.filter(t -> t.isBlank() || t.length() > longest).isPresent()) {
            throw InvalidValueException.of("BodyQuery", "a criterion of 1 to " + longest + " characters");
        }
    }

    /** The body of this code. */
    public static BodyQuery code(Ine10 code) {
        return new BodyQuery(Optional.of(code), ANY.typeId, ANY.name, ANY.cif, ANY.municipality, ANY.province);
    }

    /** Bodies of a type: {@code 2} is a town hall. */
    public static BodyQuery type(String typeId) {
        return ANY.ofType(typeId);
    }

    /** Bodies of a province. */
    public static BodyQuery province(String name) {
        return ANY.inProvince(name);
    }

    /** Bodies by name. */
    public static BodyQuery name(String name) {
        return new BodyQuery(ANY.code, ANY.typeId, Optional.of(name), ANY.cif, ANY.municipality, ANY.province);
    }

    /** The body of a tax number. */
    public static BodyQuery cif(Nif cif) {
        return new BodyQuery(ANY.code, ANY.typeId, ANY.name, Optional.of(cif), ANY.municipality, ANY.province);
    }

    /** Bodies of a municipality. */
    public static BodyQuery municipality(String name) {
        return new BodyQuery(ANY.code, ANY.typeId, ANY.name, ANY.cif, Optional.of(name), ANY.province);
    }

    /** Only those of this type. */
    public BodyQuery ofType(String id) {
        return new BodyQuery(code, Optional.of(id), name, cif, municipality, province);
    }

    /** Only those of this province. */
    public BodyQuery inProvince(String provinceName) {
        return new BodyQuery(code, typeId, name, cif, municipality, Optional.of(provinceName));
    }

    /** Whether it has no criterion; EACAT wants one (contract pci 13). */
    boolean isEmpty() {
        return equals(ANY);
    }

    /** Which criteria it has, not their values. */
    @Override
    public String toString() {
        return "BodyQuery[code " + code.isPresent() + ", type " + typeId.isPresent() + ", name " + name.isPresent()
                + ", province " + province.isPresent() + "]";
    }
}
