package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.Objects;

/**
 * Documentary type (TipoDocumental). Open-ended: a code that is not known is kept as it came (contract eni 4).
 *
 * @param code as written in the XML
 */
public record EniDocumentType(String code) {

    /** Resolution. */
    public static final EniDocumentType RESOLUTION = new EniDocumentType("TD01");
    /** Agreement. */
    public static final EniDocumentType AGREEMENT = new EniDocumentType("TD02");
    /** Contract. */
    public static final EniDocumentType CONTRACT = new EniDocumentType("TD03");
    /** Covenant. */
    public static final EniDocumentType COVENANT = new EniDocumentType("TD04");
    /** Declaration. */
    public static final EniDocumentType DECLARATION = new EniDocumentType("TD05");
    /** Communication. */
    public static final EniDocumentType COMMUNICATION = new EniDocumentType("TD06");
    /** Notification. */
    public static final EniDocumentType NOTIFICATION = new EniDocumentType("TD07");
    /** Publication. */
    public static final EniDocumentType PUBLICATION = new EniDocumentType("TD08");
    /** Acknowledgement of receipt. */
    public static final EniDocumentType ACKNOWLEDGEMENT = new EniDocumentType("TD09");
    /** Minutes. */
    public static final EniDocumentType MINUTES = new EniDocumentType("TD10");
    /** Certificate. */
    public static final EniDocumentType CERTIFICATE = new EniDocumentType("TD11");
    /** Diligence. */
    public static final EniDocumentType DILIGENCE = new EniDocumentType("TD12");
    /** Report. */
    public static final EniDocumentType REPORT = new EniDocumentType("TD13");
    /** Application. */
    public static final EniDocumentType APPLICATION = new EniDocumentType("TD14");
    /** Complaint (denúncia). */
    public static final EniDocumentType COMPLAINT = new EniDocumentType("TD15");
    /** Allegation. */
    public static final EniDocumentType ALLEGATION = new EniDocumentType("TD16");
    /** Appeal. */
    public static final EniDocumentType APPEAL = new EniDocumentType("TD17");
    /** Communication of a citizen. */
    public static final EniDocumentType CITIZEN_COMMUNICATION = new EniDocumentType("TD18");
    /** Invoice. */
    public static final EniDocumentType INVOICE = new EniDocumentType("TD19");
    /** Other, seized. */
    public static final EniDocumentType SEIZED = new EniDocumentType("TD20");
    /** Other. */
    public static final EniDocumentType OTHER = new EniDocumentType("TD99");

    private static final List<EniDocumentType> KNOWN = List.of(
            RESOLUTION,
            AGREEMENT,
            CONTRACT,
            COVENANT,
            DECLARATION,
            COMMUNICATION,
            NOTIFICATION,
            PUBLICATION,
            ACKNOWLEDGEMENT,
            MINUTES,
            CERTIFICATE,
            DILIGENCE,
            REPORT,
            APPLICATION,
            COMPLAINT,
            ALLEGATION,
            APPEAL,
            CITIZEN_COMMUNICATION,
            INVOICE,
            SEIZED,
            OTHER);

    /** Checks that there is a code. */
    public EniDocumentType {
        Objects.requireNonNull(code, "code");
        if (code.isBlank()) {
            throw InvalidValueException.of("EniDocumentType", "its code may not be blank");
        }
    }

    /** A code as it is written. */
    public static EniDocumentType of(String code) {
        return new EniDocumentType(code);
    }

    /** Whether version 1.0 of the norm has it. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The code to write: types that later schemes added and the v1.0 schema rejects become {@link #OTHER}. */
    public EniDocumentType writable() {
        return isKnown() ? this : OTHER;
    }

    @Override
    public String toString() {
        return code;
    }
}
