package cat.eset.transport.pci;

import cat.eset.core.InvalidValueException;

/**
 * Legal basis of a query ({@code Consentimiento}, contract pci 4.3): decided per procedure when the authorisation is
 * requested, not freely.
 *
 * @param code as written in the message
 */
public record Consent(String code) {

    /** A law demands the express consent of the citizen, and it was obtained. */
    public static final Consent EXPRESS = new Consent("Si");
    /** A law makes consent unnecessary or leaves no room for opposition. */
    public static final Consent LAW = new Consent("Ley");
    /** It is enough that the citizen has not objected (art. 28.2 Llei 39/2015). */
    public static final Consent NOT_OPPOSED = new Consent("NoOpo");

    /** Checks the form. */
    public Consent {
        if (!code.matches("[A-Za-z]{1,20}")) {
            throw InvalidValueException.of("Consent", "1 to 20 letters");
        }
    }

    /** Whether it is one of the published values. */
    public boolean isKnown() {
        return equals(EXPRESS) || equals(LAW) || equals(NOT_OPPOSED);
    }

    @Override
    public String toString() {
        return code;
    }
}
