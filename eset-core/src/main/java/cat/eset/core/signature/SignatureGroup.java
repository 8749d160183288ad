package cat.eset.core.signature;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Who has to sign a document, in order. Signers are offices: persons hold them over time (contract eset-model 2.3).
 *
 * @param name as the town hall calls it
 * @param slots at least one
 */
public record SignatureGroup(String name, List<Slot> slots) {

    /** Whether a signature is needed for the act to exist. */
    public enum Need {
        /** Without it the act does not exist. */
        COMPULSORY,
        /** It attests; the act exists without it. */
        ATTESTING
    }

    /**
     * One signature.
     *
     * @param offices any of these may give it: the holder, or who acts by delegation
     * @param need whether the act needs it
     */
    public record Slot(List<Office> offices, Need need) {
        /** Checks the values. */
        public Slot {
            offices = List.copyOf(offices);
            Objects.requireNonNull(need, "need");
            if (offices.isEmpty()) {
                throw InvalidValueException.of(
                        "SignatureGroup", "a signature has at least one office that may give it");
            }
        }
    }

    /** The mayor, or a councillor by delegation: what makes a decree valid (Llei 40/2015 art. 43.1; legal-rules R9). */
    public static final SignatureGroup MAYOR_OR_DELEGATE = new SignatureGroup(
            "Alcaldia", List.of(new Slot(List.of(Office.MAYOR, Office.DELEGATED_COUNCILLOR), Need.COMPULSORY)));

    /** The mayor or a delegate, and then the secretary, who attests. */
    public static final SignatureGroup MAYOR_AND_SECRETARY =
            MAYOR_OR_DELEGATE.named("Alcaldia i Secretaria").and(Need.ATTESTING, Office.SECRETARY);

    /** Checks the values. */
    public SignatureGroup {
        slots = List.copyOf(slots);
        if (name.isBlank() || slots.isEmpty()) {
            throw InvalidValueException.of("SignatureGroup", "a name and at least one signature");
        }
        if (slots.stream().noneMatch(slot -> slot.need() == Need.COMPULSORY)) {
            throw InvalidValueException.of("SignatureGroup", "at least one compulsory signature");
        }
    }

    /** One office signs. */
    public static SignatureGroup of(Office office) {
        return new SignatureGroup(office.code(), List.of(new Slot(List.of(office), Need.COMPULSORY)));
    }

    /** The same signatures under another name. */
    public SignatureGroup named(String value) {
        return new SignatureGroup(value, slots);
    }

    /** With one more signature at the end, which any of these offices may give. */
    public SignatureGroup and(Need need, Office... offices) {
        List<Slot> all = new ArrayList<>(slots);
        all.add(new Slot(List.of(offices), need));
        return new SignatureGroup(name, all);
    }
}
