package cat.eset.core;

/** A configuration mistake, found when the object that needs it is built. */
public class ConfigurationException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description; its fault should be {@link Failure.Fault#CONFIGURATION}. */
    public ConfigurationException(Failure failure) {
        super(failure);
    }

    /**
     * A mistake with its remedy.
     *
     * @param what one sentence: what is wrong
     * @param remedy one sentence: what to do
     */
    public static ConfigurationException of(String what, String remedy) {
        return new ConfigurationException(
                Failure.of(Failure.Fault.CONFIGURATION, what).remedy(remedy).build());
    }
}
