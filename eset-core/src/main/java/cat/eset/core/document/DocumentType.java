package cat.eset.core.document;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * Type of a document: an ENI code {@code TDnn}, or an e-SET code that refines it, {@code TDnn-nnn}. Open-ended: a town
 * hall has its own catalogue.
 *
 * @param code for example {@code TD01-011}; {@code ADJUNT} for what arrived and has not been given a type yet
 */
public record DocumentType(String code) {

    /** Came with an electronic request; whoever handles it must give it its real type (contract eset-model 2.1). */
    public static final DocumentType UNTYPED = new DocumentType("ADJUNT");
    /** Decree of the mayor. */
    public static final DocumentType DECREE = new DocumentType("TD01-011");
    /** Minutes of the plenary or of the board. */
    public static final DocumentType MINUTES = new DocumentType("TD10-010");
    /** Resolution. */
    public static final DocumentType RESOLUTION = new DocumentType("TD01");
    /** Agreement of a collegiate body. */
    public static final DocumentType AGREEMENT = new DocumentType("TD02");
    /** Communication, requirement. */
    public static final DocumentType COMMUNICATION = new DocumentType("TD06");
    /** Notification. */
    public static final DocumentType NOTIFICATION = new DocumentType("TD07");
    /** Publication, edict. */
    public static final DocumentType PUBLICATION = new DocumentType("TD08");
    /** Acknowledgement: receipt of the registry, proof of delivery. */
    public static final DocumentType ACKNOWLEDGEMENT = new DocumentType("TD09");
    /** Certificate. */
    public static final DocumentType CERTIFICATE = new DocumentType("TD11");
    /** Diligence. */
    public static final DocumentType DILIGENCE = new DocumentType("TD12");
    /** Report. */
    public static final DocumentType REPORT = new DocumentType("TD13");
    /** Application. */
    public static final DocumentType APPLICATION = new DocumentType("TD14");
    /** Allegation. */
    public static final DocumentType ALLEGATION = new DocumentType("TD16");
    /** Appeal. */
    public static final DocumentType APPEAL = new DocumentType("TD17");
    /** Anything else. */
    public static final DocumentType OTHER = new DocumentType("TD99");

    /** Checks the form. */
    public DocumentType {
        Objects.requireNonNull(code, "code");
        if (!code.matches("TD\\d{2}(-\\d{3})?|ADJUNT")) {
            throw InvalidValueException.of("DocumentType", "TDnn, TDnn-nnn or ADJUNT");
        }
    }

    /** A type by its code. */
    public static DocumentType of(String code) {
        return new DocumentType(code);
    }

    /** Whether it has been given a type. */
    public boolean isTyped() {
        return !equals(UNTYPED);
    }

    /**
     * The {@code TipoDocumental} of ENI: the prefix of the code. What the published schema does not have
     * ({@code TD21} and up) and what is untyped is {@code TD99} (contract eni 4).
     */
    public String eniCode() {
        if (!isTyped()) {
            return OTHER.code;
        }
        String prefix = code.substring(0, 4);
        int number = Integer.parseInt(prefix.substring(2));
        return number >= 1 && number <= 20 ? prefix : OTHER.code;
    }

    @Override
    public String toString() {
        return code;
    }
}
