package cat.eset.core;

/** A value that has not the form its type demands. The message names the type and the rule, never the value. */
public class InvalidValueException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description; its fault should be {@link Failure.Fault#CALLER}. */
    public InvalidValueException(Failure failure) {
        super(failure);
    }

    /**
     * A broken rule.
     *
     * @param type name of the value type, for example {@code Nif}
     * @param rule the rule that was broken, for example {@code "8 digits and a letter"}
     */
    public static InvalidValueException of(String type, String rule) {
        return new InvalidValueException(
                Failure.of(Failure.Fault.CALLER, type + ": " + rule).build());
    }
}
