package cat.eset.core.expedient;

import cat.eset.core.InvalidValueException;
import cat.eset.core.document.DocumentType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A standard tràmit of the catalogue (contract eset-model 3). Catalogues are data: only the codes 00, 01 and 02 are
 * fixed.
 *
 * @param code key in the catalogue
 * @param name what people read
 * @param kind work or waiting
 * @param phase phase into which it usually falls, and to which it may take the expedient
 * @param defaultTermDays working days of its term, for waiting steps that have one
 * @param documentTypes types of document that it usually produces
 */
public record StepType(
        String code,
        String name,
        Kind kind,
        Phase phase,
        Optional<Integer> defaultTermDays,
        List<DocumentType> documentTypes) {

    /** What a step asks for. */
    public enum Kind {
        /** Feina: an assignment to somebody. */
        WORK,
        /** Espera: a term has to run out before going on; nobody is assigned. */
        WAITING
    }

    /** 00 Actuacions prèvies. */
    public static final StepType PRELIMINARY =
            new StepType("00", "Actuacions prèvies", Kind.WORK, Phase.INITIATION, Optional.empty(), List.of());
    /** 01 Acord d'incoació / declaració de tramitació simplificada. */
    public static final StepType INITIATION = new StepType(
            "01",
            "Acord d'incoació / declaració de tramitació simplificada",
            Kind.WORK,
            Phase.INITIATION,
            Optional.empty(),
            List.of());
    /** 02 Sol·licitud: done by the citizen; staff do not use it. */
    public static final StepType APPLICATION = new StepType(
            "02", "Sol·licitud", Kind.WORK, Phase.INITIATION, Optional.empty(), List.of(DocumentType.APPLICATION));

    /** Checks the values. */
    public StepType {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(defaultTermDays, "defaultTermDays");
        documentTypes = List.copyOf(documentTypes);
        if (!code.matches("[A-Z0-9][A-Z0-9_]{0,39}") || name.isBlank()) {
            throw InvalidValueException.of("StepType", "a code of capitals, digits and underscores, and a name");
        }
        if (defaultTermDays.filter(days -> days < 1).isPresent()) {
            throw InvalidValueException.of("StepType", "a term of at least one day");
        }
    }

    @Override
    public String toString() {
        return code + " " + name;
    }
}
