package cat.eset.core;

import java.util.Objects;

/**
 * The post under which a person acts (contract eset-model 8). Open-ended: a town hall may name its own.
 *
 * @param code stable key in upper case, for example {@code MAYOR}
 */
public record Office(String code) {

    /** Alcalde or alcaldessa: issues and signs decrees. */
    public static final Office MAYOR = new Office("MAYOR");
    /** Regidor or regidora with delegated powers. */
    public static final Office DELEGATED_COUNCILLOR = new Office("DELEGATED_COUNCILLOR");
    /** Secretari or secretària: public faith (RD 128/2018 art. 3). */
    public static final Office SECRETARY = new Office("SECRETARY");
    /** Registry and assistance office. */
    public static final Office REGISTRAR = new Office("REGISTRAR");
    /** Tramitador: works expedients. */
    public static final Office HANDLER = new Office("HANDLER");
    /** Technician: reports. */
    public static final Office TECHNICIAN = new Office("TECHNICIAN");
    /** Intervention: reports on spending. */
    public static final Office INTERVENTION = new Office("INTERVENTION");
    /** Administrator of the expedient manager. */
    public static final Office ADMINISTRATOR = new Office("ADMINISTRATOR");
    /** The system acting by itself: automated administrative action (Llei 40/2015 art. 41). */
    public static final Office AUTOMATED = new Office("AUTOMATED");

    /** Checks the form. */
    public Office {
        Objects.requireNonNull(code, "code");
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw InvalidValueException.of("Office", "2 to 40 upper-case letters, digits and underscores");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
